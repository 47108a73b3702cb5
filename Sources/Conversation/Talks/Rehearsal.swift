package import Expressions
package import Telephony

/// A conversation without a gateway: the pure machine, people kept in memory, and a clock that is moved by hand.
///
/// Between any two turns every session is written to bytes and read back, as a store would. Every request has a key, and
/// one that is repeated finds its answer kept and advances nothing, as in a store.
package struct Rehearsal: Sendable {
    /// The machine that every event goes through, on the packs under test.
    package let machine: ConversationMachine
    /// The moment the next event is dealt with.
    package internal(set) var now: Timestamp
    /// What is known of the people, by their numbers.
    package var people = Registry()
    /// What happens when its time comes.
    var schedule = Schedule()
    /// The questions to other systems that conversations wait for, by the numbers of their phones.
    var questions: [String: Question] = [:]
    /// The SMS that are held of each number, the oldest first.
    var held: [String: [HeldMessage]] = [:]
    private var nextCase = 1
    private var requestCount = 0
    private var eventCount = 0
    private var dialogueCount = 0
    private var open: [String: String] = [:]
    private var lastRequest: [String: Request] = [:]
    /// What each request was answered with, for when it comes again.
    var answers: [String: Reply?] = [:]

    package init(machine: ConversationMachine, now: Timestamp) {
        self.machine = machine
        self.now = now
    }

    /// A provider's request, as it may come twice.
    private struct Request: Sendable {
        let key: String
        let event: ConversationEvent
        let channel: ChannelView
    }

    /// Dials: a new USSD dialogue.
    ///
    /// - Parameter digits: What was dialled after the service code, joined by `*`.
    package mutating func dial(_ digits: String, from number: String, limit: ScreenLimit? = nil) throws(CodingFault)
        -> Turn
    {
        dialogueCount += 1
        let dialogue = "rehearsal-\(dialogueCount)"
        open[number] = dialogue
        let hop = Hop(dialogue: dialogue, begins: true, input: .latest(digits))
        return try request(.hop(hop), by: .ussd, from: number, limit: limit)
    }

    /// Types an answer into the open dialogue, or sends an SMS.
    package mutating func send(
        _ text: String, by kind: ChannelKind, from number: String, limit: ScreenLimit? = nil
    ) throws(CodingFault) -> Turn {
        switch kind {
        case .sms: return try request(.message(text), by: .sms, from: number, limit: limit)
        case .ussd:
            guard let dialogue = open[number] else { return try dial("", from: number, limit: limit) }
            let hop = Hop(dialogue: dialogue, begins: false, input: .latest(text))
            return try request(.hop(hop), by: .ussd, from: number, limit: limit)
        }
    }

    /// The network drops the open dialogue. Nil when there is none, or when the provider does not tell of it.
    package mutating func drop(from number: String, isNoticed: Bool = true) throws(CodingFault) -> Turn? {
        guard let dialogue = open.removeValue(forKey: number), isNoticed else { return nil }
        return try request(.hangUp(dialogue: dialogue), by: .ussd, from: number)
    }

    /// The provider sends the last request from a number again. Nil when there was none.
    package mutating func repeatRequest(from number: String) throws(CodingFault) -> Turn? {
        guard let request = lastRequest[number] else { return nil }
        return try receive(request, from: number)
    }

    /// The network reports that nobody has the number any more.
    package mutating func reportGone(_ number: String) throws(CodingFault) -> Turn {
        try advance(.gone, on: ChannelView(name: "rehearsal", kind: .sms), of: number)
    }

    /// Whether a USSD dialogue is open.
    package func isInDialogue(_ number: String) -> Bool { open[number] != nil }

    private mutating func request(
        _ event: ConversationEvent, by kind: ChannelKind, from number: String, limit: ScreenLimit? = nil
    ) throws(CodingFault) -> Turn {
        requestCount += 1
        let channel = ChannelView(name: "rehearsal", kind: kind, limit: limit)
        let request = Request(key: "request-\(requestCount)", event: event, channel: channel)
        lastRequest[number] = request
        return try receive(request, from: number)
    }

    /// The one door for requests. A known key gets the answer that was kept with it, and nothing else changes.
    private mutating func receive(_ request: Request, from number: String) throws(CodingFault) -> Turn {
        if let answer = answers[request.key] {
            let snapshot = people[number] ?? Snapshot()
            var turn = Turn(person: snapshot.person, session: snapshot.session)
            turn.step = snapshot.session?.frames.last?.step ?? ""
            turn.reply = answer
            return turn
        }
        let turn = try advance(request.event, on: request.channel, of: number, answering: request.key)
        answers[request.key] = .some(turn.reply)
        return turn
    }

    /// Bytes that are random enough for a talk, and the same each time it is played.
    private mutating func dice() -> [UInt8] {
        eventCount += 1
        return (0..<24).map { UInt8(truncatingIfNeeded: (eventCount &* 2_654_435_761 &+ $0 &* 40_503) >> 11) }
    }

    /// One event, one turn, kept as a store would keep it.
    ///
    /// - Parameters:
    ///   - key: The request that gets the answer; nil when the event came by no request.
    ///   - person: The one of the people of the number that it is about; nil for whoever has it.
    mutating func advance(
        _ event: ConversationEvent, on channel: ChannelView, of number: String, answering key: String? = nil,
        about person: Int64? = nil
    ) throws(CodingFault) -> Turn {
        for number in people.forgetGuests(at: now) { dropPlans(of: number) }
        var snapshot =
            person.flatMap { people.snapshot(of: $0, at: number) } ?? people[number] ?? people.stranger(on: number)
        snapshot.caseNumber = nextCase
        snapshot.held = heldCount(of: number)
        snapshot.findings = Findings()
        snapshot.dice = dice()
        var turn = machine.receive(event, on: channel, snapshot, at: now)
        while let need = turn.need {
            people.answer(need, in: &snapshot, at: now)
            snapshot.findings?.counts?.reminders = schedule.reminders(of: number)
            turn = machine.receive(event, on: channel, snapshot, at: now)
        }
        if hold(turn, event, of: number) { return turn }
        try keep(turn, of: number, on: channel, answering: key, about: person, away: snapshot.isAway)
        return turn
    }

    /// Keeps a turn, and plans what follows from it.
    ///
    /// - Parameter isAway: Whether the number leads to another of its people than the one it is about.
    mutating func keep(
        _ turn: Turn, of number: String, on channel: ChannelView, answering key: String? = nil,
        about person: Int64? = nil, away isAway: Bool = false
    ) throws(CodingFault) {
        nextCase += turn.cases.count
        leave(by: turn, on: number)
        try people.keep(turn, of: number, away: isAway ? person : nil)
        if channel.kind == .ussd, turn.reply?.ends == true { open[number] = nil }
        if turn.move == .newcomer || turn.forgets { dropPlans(of: number) }
        planTimers(of: number, after: turn, person: person)
        ask(turn.request.map { Question(request: $0, channel: channel, key: key) }, of: number)
        forgetHeld(after: turn, of: number)
        if turn.frees { free(number) }
    }
}
