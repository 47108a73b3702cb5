import TestSupport
import Testing

struct UnreadTimeTests {
    @Test func `a message whose time cannot be read is answered, and its time counted`() async throws {
        let folder = try TemporaryFolder()
        let door = try await JoiningGateway(folder)
        for (time, count) in [("1000000", 0), ("", 0), ("yesterday", 1)] {
            let answer = try await door.post("id=\(time)&from=%2B254711000001&text=a&time=\(time)", to: "answering")
            #expect(answer.text.hasPrefix("say Said:"))
            #expect(door.count("unread_times") == count)
        }
        #expect((door.count("turns"), door.count("rejected")) == (3, 0))
        await door.close()
    }
}
