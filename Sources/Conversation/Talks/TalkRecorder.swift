/// Writes down what is done with a phone and what it shows, as the lines of a talk that passes.
package struct TalkRecorder: Sendable {
    private static let end = "# A private answer followed, which is not written down: the talk ends before it."

    /// Whether a private answer has ended the talk.
    package private(set) var isOver = false

    package init() {}

    /// The first lines of a talk.
    package func opening(
        title: String, on kind: ChannelKind, from number: String, in language: String?, at time: Talk.LocalTime
    ) -> [String] {
        ["talk: \(title)", Talk.Action.on(kind, from: number, language: language, at: time).description]
    }

    /// The lines for what was done and what it led to; none once the talk is over.
    ///
    /// - Parameter isPrivate: Whether what was typed must not be kept.
    package mutating func lines(for action: Talk.Action, _ turns: [Turn], isPrivate: Bool = false) -> [String] {
        if isOver { return [] }
        if isPrivate, case .type = action {
            isOver = true
            return [Self.end]
        }
        return [action.description] + turns.flatMap(Self.lines)
    }

    /// The lines for what was done with one of several phones, and what it led to on each of them; none once the talk is over.
    ///
    /// - Parameters:
    ///   - number: The phone in hand.
    ///   - isPrivate: Whether what was typed must not be kept.
    package mutating func lines(
        for action: Talk.Action, _ happenings: [Rehearsal.Happening], with number: String, isPrivate: Bool = false
    ) -> [String] {
        let own = lines(for: action, happenings.filter { $0.number == number }.map(\.turn), isPrivate: isPrivate)
        let others = happenings.filter { $0.number != number }
        guard !isOver, !others.isEmpty else { return own }
        let seen = others.flatMap { [Talk.Action.from($0.number).description] + Self.lines(for: $0.turn) }
        return own + seen + [Talk.Action.from(number).description]
    }

    private static func lines(for turn: Turn) -> [String] {
        let screen = turn.reply.map { Talk.Action.see(Talk.Screen($0.text)).description }
        return [screen].compactMap(\.self) + expectations(of: turn).map { Talk.Action.expect($0).description }
    }

    private static func expectations(of turn: Turn) -> [Talk.Expectation] {
        turn.messages.filter { !$0.isEmpty }.map { .sent(Talk.Screen($0)) }
            + turn.cases.map { .opened(topic: $0.topic) }
            + turn.verdicts.map { .judged(rule: $0.rule, outcome: $0.outcome) }
            + turn.reminders.map { .planned($0.step) }
            + [turn.request].compactMap(\.self).map { .asked(system: $0.system, path: Talk.Screen($0.path)) }
            + [turn.outcome ?? turn.replaced].compactMap(\.self).map { .ended($0) }
    }
}

extension Rehearsal {
    /// Whether what this number types next must not be kept, as a question for a private answer stands.
    package func hidesAnswer(of number: String) -> Bool {
        guard let known = people[number] else { return false }
        if known.address.standing == .unverified, known.address.gate?.stage.isSecret == true { return true }
        guard let session = known.session, let address = session.frames.last?.step else { return false }
        let pack = machine.packs[session.revision] ?? machine.packs.current
        guard let place = pack.places[address], case .ask(let ask) = pack.steps[place].verb else { return false }
        return ask.hidesAnswer
    }

    /// Digits as they may be kept that a number is about to dial. The walk along them stops at the first that it does
    /// not read, so that those behind it count no more than as many zeros; at a private question that one is a zero, too.
    ///
    /// - Parameter digits: Joined by `*`.
    package func kept(_ digits: String, dialledBy number: String) throws(CodingFault) -> String {
        var trial = self
        // A private question that stands now would hide all of them from the turn, and dialling leaves it anyway.
        trial.people[number]?.session = nil
        let turn = try trial.dial(digits, from: number)
        let dialled = digits.split(separator: "*")
        let read = turn.input.split(separator: "*").count
        let kept = dialled.prefix(trial.hidesAnswer(of: number) ? read : read + 1)
        return (kept + Array(repeating: "0", count: dialled.count - kept.count)).joined(separator: "*")
    }
}
