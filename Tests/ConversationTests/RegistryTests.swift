import Expressions
import Testing

@testable import Conversation

/// What becomes of a record that two numbers lead to, as it came from one to the other.
struct RegistryTests {
    private static let old = "+254700000001"
    private static let new = "+254700000002"

    private var registry = Registry()
    private let session: Session

    init() throws {
        let now = Timestamp(milliseconds: 1_777_000_000_000)
        session = Session(
            revision: RevisionID("r"), language: "en", kind: .sms, startedAt: now, lastAt: now,
            frames: [Frame(id: 0, step: "main#start")], nextFrame: 1)
        registry[Self.old] = Snapshot()
        let holder = try #require(registry[Self.old]?.holder)
        var turn = Turn(person: Person(), session: session)
        turn.move = .claim(Claim(holder: holder, code: nil))
        try registry.keep(turn, of: Self.new)
    }

    @Test mutating func `somebody new on one number leaves the conversation that is led on the other`() throws {
        #expect(registry[Self.old]?.session == session && registry[Self.new]?.session == session)
        try registry.keep(Self.newcomer, of: Self.old)
        #expect(registry[Self.old]?.session == nil)
        #expect(registry[Self.new]?.session == session)
    }

    @Test mutating func `somebody new on the number that it is led on ends it, on the other number, too`() throws {
        try registry.keep(Self.newcomer, of: Self.new)
        #expect(registry[Self.old]?.session == nil && registry[Self.new]?.session == nil)
    }

    private static var newcomer: Turn {
        var turn = Turn(person: Person(), session: nil)
        turn.move = .newcomer
        return turn
    }
}
