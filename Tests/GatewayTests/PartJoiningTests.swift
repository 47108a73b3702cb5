import Foundation
import Providers
import Sealing
import Storage
import TestSupport
import Testing

@testable import Gateway

/// Long messages whose parts come one by one, through the same door as webhooks.
struct PartJoiningTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test(arguments: [[1, 2, 3], [3, 1, 2], [2, 3, 1]])
    func `the last part that comes is answered as the whole would be, the others as taken`(order: [Int]) async throws {
        let door = try await JoiningGateway(folder)
        #expect(try await door.bring("hello", id: "0").text == "say Said: ")
        let texts = ["one ", "two ", "three"]
        for index in order.dropLast() {
            #expect(try await door.bring(texts[index - 1], "\(index)/3", id: "\(index)").text == "taken")
        }
        let last = order[2]
        #expect(try await door.bring(texts[last - 1], "\(last)/3", id: "\(last)").text == "say Said: one two three")
        #expect((door.count("turns"), door.count("parts"), door.count("repeats")) == (2, 2, 0))
        await door.close()
    }

    @Test func `a part that comes again is answered as it was, and changes nothing`() async throws {
        let door = try await JoiningGateway(folder)
        _ = try await door.bring("hello", id: "0")
        for _ in 1...2 { #expect(try await door.bring("b", "2/2", id: "2").text == "taken") }
        for _ in 1...2 { #expect(try await door.bring("a", "1/2", id: "1").text == "say Said: ab") }
        #expect(try await door.bring("b", "2/2", id: "2").text == "taken")
        #expect((door.count("turns"), door.count("repeats")) == (2, 3))
        await door.close()
    }

    @Test func `without ids a part that comes again is known by its place and text`() async throws {
        let door = try await JoiningGateway(folder)
        _ = try await door.bring("hello", id: "")
        #expect(try await door.bring("same", "1/2", id: "").text == "taken")
        door.clock.move(by: 30)
        #expect(try await door.bring("same", "1/2", id: "").text == "taken")
        #expect(try await door.bring("same", "2/2", id: "").text == "say Said: samesame")
        door.clock.move(by: 30)
        #expect(try await door.bring("same", "1/2", id: "").text == "taken")
        #expect((door.count("turns"), door.count("parts"), door.count("repeats")) == (2, 1, 2))
        await door.close()
    }

    @Test func `where replies go by request the whole is answered once by the outbox`() async throws {
        let door = try await JoiningGateway(folder)
        _ = try await door.bring("hello", id: "0", to: "pushing")
        for place in ["2/2", "1/2", "2/2", "1/2"] {
            #expect(try await door.bring("x", place, id: place, to: "pushing").text == "taken")
        }
        #expect(try await door.outgoing() == ["Said: ", "Said: xx"])
        await door.close()
    }

    @Test func `parts that come in one request are joined, and answered by the outbox`() async throws {
        let door = try await JoiningGateway(folder)
        _ = try await door.bring("hello", id: "0")
        let parts = [(2, "b"), (1, "a")].map { index, text in
            #"{"id": "\#(index)", "from": "+254711000001", "to": "21512", "text": "\#(text)", "ref": 7, "part": \#(index), "count": 2}"#
        }
        let body = "[" + parts.joined(separator: ", ") + "]"
        for _ in 1...2 { #expect(try await door.post(body, to: "answering", route: "several").text == "taken") }
        #expect(try await door.outgoing() == ["Said: ab"])
        await door.close()
    }

    @Test func `when the time of the first part is over what there is counts as the message, once`() async throws {
        let door = try await JoiningGateway(folder)
        _ = try await door.bring("hello", id: "0")
        _ = try await door.bring("c", "3/3", id: "3")
        door.clock.move(by: 40)
        _ = try await door.bring("a", "1/3", id: "1")
        door.clock.move(by: 19)
        #expect(try await door.gateway.joining.takeDue(limit: 9) == 0)
        door.clock.move(by: 1)
        #expect(try await door.gateway.joining.takeDue(limit: 9) == 1)
        #expect(try await door.gateway.joining.takeDue(limit: 9) == 0)
        #expect(try await door.outgoing() == ["Said: ac"])
        #expect(try await door.bring("b", "2/3", id: "2").text == "taken")
        #expect(try await door.outgoing() == [])
        #expect((door.count("turns"), door.count("incomplete"), door.count("late_parts")) == (2, 1, 1))
        await door.close()
    }

    @Test func `a time that passed while the gateway was down is over at the next start`() async throws {
        let clock = MovedClock()
        let first = try await JoiningGateway(folder, clock: clock)
        _ = try await first.bring("hello", id: "0", to: "pushing")
        _ = try await first.bring("b", "2/2", id: "2", to: "pushing")
        await first.close()
        clock.move(by: 60)
        let second = try await JoiningGateway(folder, clock: clock)
        #expect(try await second.gateway.joining.takeDue(limit: 9) == 1)
        #expect(try await second.outgoing() == ["Said: ", "Said: b"])
        await second.close()
    }

    @Test func `the message of a channel that is switched off waits until it is back`() async throws {
        let clock = MovedClock()
        let first = try await JoiningGateway(folder, clock: clock)
        _ = try await first.bring("b", "2/2", id: "2", to: "answering")
        await first.close()
        clock.move(by: 600)
        let second = try await JoiningGateway(folder, channels: ["pushing"], clock: clock)
        #expect(try await second.gateway.joining.takeDue(limit: 9) == 0)
        await second.close()
        let third = try await JoiningGateway(folder, clock: clock)
        #expect(try await third.gateway.joining.takeDue(limit: 9) == 1)
        await third.close()
    }

    @Test func `one message too many takes the oldest of its sender as it is, in its answer`() async throws {
        var limits = PartLimits()
        limits.openMessages = 1
        let door = try await JoiningGateway(folder, limits: limits)
        _ = try await door.bring("hello", id: "0")
        _ = try await door.bring("a", "1/2", id: "1", ref: "7")
        #expect(try await door.bring("a", "1/2", id: "2", from: "%2B254711000002", ref: "7").text == "taken")
        #expect(try await door.bring("x", "1/2", id: "3", ref: "8").text == "say Said: a")
        #expect(try await door.bring("y", "2/2", id: "4", ref: "8").text == "say Said: xy")
        #expect(door.count("incomplete") == 1)
        await door.close()
    }

    @Test func `more than may wait is to be sent again, whole messages are not`() async throws {
        var limits = PartLimits()
        limits.bytes = 22 + KeyRing.overhead  // what a sealed text has more than the text
        let door = try await JoiningGateway(folder, limits: limits)
        #expect(try await door.bring("a", "1/2", id: "1").text == "taken")
        let busy = try await door.bring("b", "1/2", id: "2", ref: "8")
        #expect((busy.status, busy.headers.contains { $0.name == "Retry-After" }) == (503, true))
        #expect(try await door.bring("hello", id: "3", from: "%2B254711000002").text == "say Said: ")
        #expect(try await door.bring("b", "2/2", id: "4").status == 200)
        #expect(try await door.bring("b", "1/2", id: "2", ref: "8").text == "taken")
        #expect(door.count("busy") == 1)
        await door.close()
    }

    @Test func `neither text nor number of a part that waits is kept in clear`() async throws {
        let door = try await JoiningGateway(folder)
        #expect(try await door.bring("Zenobia", "1/2", id: "1").text == "taken")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let content = try Data(contentsOf: URL(filePath: folder.file(name)))
            for secret in ["Zenobia", "711000001"] {
                #expect(content.firstRange(of: Data(secret.utf8)) == nil, "\(name)")
            }
        }
        await door.close()
    }

    /// Whatever the order and however often each part comes, every message is one turn and one answer has its text.
    @Test(arguments: 1...6) func `each of many messages whose parts come in any order is answered once`(seed: UInt64)
        async throws
    {
        var generator = SplitMix64(seed: seed)
        let door = try await JoiningGateway(folder)
        var parts: [Brought] = []
        for sender in 1...3 {
            let number = "%2B25471100000\(sender)"
            _ = try await door.bring("hello", id: "hello-\(sender)", from: number)
            for ref in 1...4 {
                let count = Int.random(in: 2...5, using: &generator)
                for index in 1...count {
                    let part = Brought(from: number, ref: ref, index: index, count: count)
                    parts += Array(repeating: part, count: Int.random(in: 1...3, using: &generator))
                }
            }
        }
        parts.shuffle(using: &generator)
        var answers: [String: Set<String>] = [:]
        for part in parts {
            let answer = try await door.bring(
                "\(part.index)", "\(part.index)/\(part.count)", id: part.id, from: part.from, ref: "\(part.ref)")
            answers[part.id, default: []].insert(answer.text)
        }
        for part in parts {
            let all = parts.filter { $0.from == part.from && $0.ref == part.ref }.map(\.id)
            let said = "say Said: " + (1...part.count).map(String.init).joined()
            #expect(Set(all).filter { answers[$0] == [said] }.count == 1)
            #expect(Set(all).filter { answers[$0] == ["taken"] }.count == part.count - 1)
        }
        #expect(door.count("turns") == 3 + 12)
        await door.close()
    }
}

/// A part as the provider brings it, some of them several times.
private struct Brought {
    let from: String
    let ref: Int
    let index: Int
    let count: Int

    var id: String { "\(from.suffix(1))-\(ref)-\(index)" }
}
