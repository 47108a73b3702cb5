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

    @Test mutating func `whoever is asked at a closed gate on one number leaves the conversation on the other`() throws
    {
        var asked = Turn(person: Person(), session: session)
        asked.address = AddressState(standing: .unverified, gate: Gate())
        try registry.keep(asked, of: Self.old)
        try registry.keep(Self.newcomer, of: Self.old)
        #expect(registry[Self.new]?.session == session)
    }

    @Test mutating func `a claim that is undone leaves a conversation that was begun since on another number`() throws {
        var registry = Registry()
        for number in [Self.old, Self.new] { registry[number] = Snapshot() }
        let (came, begun) = try (#require(registry[Self.old]?.holder), #require(registry[Self.new]?.holder))
        // Whoever began has a second number, where her record goes on.
        registry.lines["+254700000003"] = Registry.Line(person: Int(begun), state: AddressState())
        var claim = Turn(person: Person(), session: nil)
        claim.isBeginning = true
        claim.move = .claim(Claim(holder: came, code: nil))
        try registry.keep(claim, of: Self.new)
        var begins = Turn(person: Person(), session: session)
        begins.isBeginning = true
        try registry.keep(begins, of: "+254700000003")
        registry.undo(0)
        #expect(registry[Self.new]?.session == session && registry[Self.old]?.session == nil)
        let now = session.startedAt
        #expect(registry.counts(of: came, at: now).conversations == 1)
        #expect(registry.counts(of: begun, at: now).conversations == 1)
    }

    private static var newcomer: Turn {
        var turn = Turn(person: Person(), session: nil)
        turn.move = .newcomer
        return turn
    }
}
