package import Expressions
package import Telephony

/// A conversation without a gateway: the pure machine, people kept in memory, and a clock that is moved by hand.
///
/// Between any two turns every session is written to bytes and read back, as a store would.
package struct Rehearsal: Sendable {
    /// The machine that every event goes through, on the packs under test.
    package let machine: ConversationMachine
    /// The moment the next event is dealt with.
    package var now: Timestamp
    /// What is known of the people, by their numbers.
    package var people: [String: Snapshot] = [:]
    private var nextCase = 1
    private var dialogues = 0
    private var open: [String: String] = [:]

    package init(machine: ConversationMachine, now: Timestamp) {
        self.machine = machine
        self.now = now
    }

    /// Dials: a new USSD dialogue.
    ///
    /// - Parameter digits: What was dialled after the service code, joined by `*`.
    package mutating func dial(_ digits: String, from number: String, limit: ScreenLimit? = nil) throws(CodingFault)
        -> Turn
    {
        dialogues += 1
        let dialogue = "rehearsal-\(dialogues)"
        open[number] = dialogue
        let hop = Hop(dialogue: dialogue, begins: true, input: .latest(digits))
        return try advance(.hop(hop), on: ChannelView(name: "rehearsal", kind: .ussd, limit: limit), from: number)
    }

    /// Types an answer into the open dialogue, or sends an SMS.
    package mutating func send(
        _ text: String, by kind: ChannelKind, from number: String, limit: ScreenLimit? = nil
    ) throws(CodingFault) -> Turn {
        let channel = ChannelView(name: "rehearsal", kind: kind, limit: limit)
        switch kind {
        case .sms: return try advance(.message(text), on: channel, from: number)
        case .ussd:
            guard let dialogue = open[number] else { return try dial("", from: number, limit: limit) }
            return try advance(
                .hop(Hop(dialogue: dialogue, begins: false, input: .latest(text))), on: channel, from: number)
        }
    }

    /// The network drops the open dialogue.
    package mutating func drop(from number: String) throws(CodingFault) -> Turn? {
        guard let dialogue = open.removeValue(forKey: number) else { return nil }
        return try advance(.hangUp(dialogue: dialogue), on: ChannelView(name: "rehearsal", kind: .ussd), from: number)
    }

    /// Whether a USSD dialogue is open.
    package func isInDialogue(_ number: String) -> Bool { open[number] != nil }

    private mutating func advance(
        _ event: ConversationEvent, on channel: ChannelView, from number: String
    ) throws(CodingFault) -> Turn {
        var snapshot = people[number] ?? Snapshot()
        snapshot.caseNumber = nextCase
        let turn = machine.receive(event, on: channel, snapshot, at: now)
        nextCase += turn.cases.count
        let session = try turn.session.map { (session) throws(CodingFault) in try Session(decoding: session.encoded()) }
        let person = try Person(decoding: turn.person.encoded())
        people[number] = Snapshot(person: person, session: session)
        if turn.reply?.ends == true { open[number] = nil }
        return turn
    }
}
