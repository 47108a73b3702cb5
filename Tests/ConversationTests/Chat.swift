import Conversation
import Expressions
import Telephony
import TestSupport
import Testing

/// A person in a conversation, with a clock moved by hand. Between any two turns what is known is written to bytes and
/// read back, as a store would.
struct Chat {
    var machine: ConversationMachine
    var snapshot = Snapshot()
    var now = Timestamp(milliseconds: 1_777_000_000_000)
    var limit: ScreenLimit?
    private(set) var last: Turn?
    private var dialogues = 0
    private var accumulated = ""

    init(_ pack: Pack, earlier: [Pack] = [], limits: MachineLimits = MachineLimits()) {
        let older = Dictionary(earlier.map { ($0.revision, $0) }, uniquingKeysWith: { first, _ in first })
        machine = ConversationMachine(packs: .init(current: pack, earlier: older), limits: limits)
    }

    /// The same person, walking packs of another time.
    mutating func publish(_ pack: Pack, earlier: [Pack] = []) {
        self = Chat(pack, earlier: earlier, keeping: self)
    }

    private init(_ pack: Pack, earlier: [Pack], keeping old: Chat) {
        self.init(pack, earlier: earlier, limits: old.machine.limits)
        (snapshot, now, last, dialogues) = (old.snapshot, old.now, old.last, old.dialogues)
    }

    /// The text of the last screen or message; nil when nothing was said.
    var shown: String? { last?.reply?.text }

    @discardableResult
    mutating func dial(_ digits: String = "") throws -> Turn {
        dialogues += 1
        return try receive(.hop(Hop(dialogue: "d\(dialogues)", begins: true, input: .latest(digits))), .ussd)
    }

    /// Types into the open dialogue.
    @discardableResult
    mutating func type(_ text: String) throws -> Turn {
        try receive(.hop(Hop(dialogue: "d\(dialogues)", begins: false, input: .latest(text))), .ussd)
    }

    /// A request of a provider that sends everything typed so far and does not say what begins.
    @discardableResult
    mutating func accumulate(_ text: String, dialogue: String = "a1", separator: String = "*") throws -> Turn {
        let input = Hop.Input.accumulated(text, separator: separator)
        return try receive(.hop(Hop(dialogue: dialogue, begins: nil, input: input)), .ussd)
    }

    @discardableResult
    mutating func text(_ text: String) throws -> Turn { try receive(.message(text), .sms) }

    @discardableResult
    mutating func hangUp() throws -> Turn { try receive(.hangUp(dialogue: "d\(dialogues)"), .ussd) }

    @discardableResult
    mutating func silence() throws -> Turn { try receive(.silence, snapshot.session?.kind ?? .sms) }

    mutating func wait(_ seconds: Int) { now = now + Int64(seconds) }

    @discardableResult
    mutating func receive(_ event: ConversationEvent, _ kind: ChannelKind) throws -> Turn {
        let channel = ChannelView(name: "test", kind: kind, limit: limit)
        let turn = machine.receive(event, on: channel, snapshot, at: now)
        snapshot.session = try turn.session.map { try Session(decoding: $0.encoded()) }
        snapshot.person = try Person(decoding: turn.person.encoded())
        if let address = turn.address { snapshot.address = address }
        #expect(snapshot.session == turn.session)
        #expect(snapshot.person == turn.person)
        snapshot.caseNumber += turn.cases.count
        last = turn
        return turn
    }

    /// Types each answer into a new dialogue and returns the last turn.
    @discardableResult
    mutating func walk(_ answers: [String]) throws -> Turn {
        var turn = try dial()
        for answer in answers { turn = try type(answer) }
        return turn
    }

    /// The last answer of a name in the running flow.
    func answer(_ name: String) -> Value? { snapshot.session?.journal.last { $0.name == name }?.value }
}
