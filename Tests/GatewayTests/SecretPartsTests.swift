import Conversation
import Expressions
import Storage
import TestSupport
import Testing

@testable import Gateway

/// PINs that come in parts, as some providers tell whatever a phone sent in more than one SMS.
struct SecretPartsTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `a PIN is chosen and judged from its parts, and no transcript has it`() async throws {
        let door = try await JoiningGateway(folder, steps: Self.guarded)
        try await choose(on: door)
        let wrong = try await bring("4826", "7392", to: door, at: 1)
        #expect(wrong == "say wrong. Number?")
        let right = try await bring("4826", "7391", to: door, at: 2)
        #expect(right == "say done. Number?")
        let said = try await transcripts(door).joined(separator: "\n")
        #expect(said.contains("New PIN?") && said.contains("Its PIN?"))
        for digits in ["4826", "7391", "7392"] { #expect(!said.contains(digits), "\(said)") }
        await door.close()
    }

    @Test func `the part that a PIN came with is answered the same when it comes again`() async throws {
        let door = try await JoiningGateway(folder, steps: Self.guarded)
        for _ in 1...2 { try await choose(on: door) }
        #expect((door.count("turns"), door.count("repeats")) == (2, 3))
        await door.close()
    }

    @Test func `what there is of a PIN when its time is over is judged as it is`() async throws {
        let door = try await JoiningGateway(folder, steps: Self.guarded)
        _ = try await door.bring("hello", id: "0")
        _ = try await door.bring("7391", "2/3", id: "2")
        _ = try await door.bring("4826", "1/3", id: "1")
        door.clock.move(by: 60)
        #expect(try await door.gateway.joining.takeDue(limit: 9) == 1)
        #expect(try await door.outgoing() == ["none. Number?"])
        #expect(try await bring("4826", "7391", to: door, at: 1) == "say done. Number?")
        await door.close()
    }

    /// The first phone says hello and chooses a PIN, whose last part comes first.
    private func choose(on door: JoiningGateway) async throws {
        #expect(try await door.bring("hello", id: "0").text == "say New PIN?")
        #expect(try await door.bring("7391", "2/2", id: "2").text == "taken")
        #expect(try await door.bring("4826", "1/2", id: "1").text == "say none. Number?")
    }

    /// Another phone asks for the record of the first with a PIN of two parts. Returns what it is told.
    private func bring(_ start: String, _ end: String, to door: JoiningGateway, at turn: Int) async throws -> String {
        let other = "%2B254711000002"
        if turn == 1 {
            _ = try await door.bring("hello", id: "other-0", from: other)
            _ = try await door.bring("59135913", id: "other-pin", from: other)
        }
        let asked = try await door.bring("%2B254711000001", id: "number-\(turn)", from: other)
        #expect(asked.text == "say Its PIN?")
        #expect(try await door.bring(start, "1/2", id: "start-\(turn)", from: other, ref: "\(turn)").text == "taken")
        return try await door.bring(end, "2/2", id: "end-\(turn)", from: other, ref: "\(turn)").text
    }

    private func transcripts(_ door: JoiningGateway) async throws -> [String] {
        var said: [String] = []
        for session in try await door.store.sessions(SessionFilter(), after: nil, limit: 9) {
            said += try await door.store.transcript(of: session.id).map { "\($0)" }
        }
        return said
    }

    private static let guarded = """
        steps:
          start:
            set: { came: "'none'" }
            go: choose
          choose:
            ask: New PIN?
            answer: { type: pin }
            save: person.pin
            go: number
          number:
            ask: "${came}. Number?"
            answer: { type: phone }
            save: old
            go: by_pin
          by_pin:
            ask: Its PIN?
            answer: { type: pin, of: old }
            save: came
            go: number

        """
}
