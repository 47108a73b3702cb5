extension TalkReport.Walked {
    /// Adds what a turn walked.
    ///
    /// - Parameters:
    ///   - kind: The channel it was taken on.
    ///   - place: The step whose question was answered; empty when none was.
    mutating func add(_ turn: Turn, on kind: ChannelKind, wasAt place: String, in pack: Pack) {
        let tag = turn.session?.language ?? turn.person.language
        let language = pack.languages[pack.place(of: tag)].tag
        if !turn.path.isEmpty || turn.reply != nil {
            steps[language, default: []].formUnion(turn.path)
            channels[kind, default: []].formUnion(turn.path)
        }
        ways.formUnion(turn.passages.filter { !$0.way.isEmpty }.map { "\($0.step):\($0.way)" })
        if let choice = turn.choice, !place.isEmpty { options.insert("\(place).\(choice)") }
        if let outcome = turn.outcome ?? turn.replaced { outcomes.insert(outcome.rawValue) }
        verdicts.formUnion(turn.verdicts.map { "\($0.rule).\($0.outcome)" })
    }
}

extension Turn {
    /// The menu that the last dialled digit chose from: the last one that was walked with that option before the step
    /// where the walk ended; empty when no digit chose.
    func lastQuestion(in pack: Pack) -> String {
        let walked = path.last == step ? path.dropLast() : path[...]
        let menu = walked.last { address in
            guard let choice, let place = pack.places[address] else { return false }
            return pack.steps[place].verb.options.contains { $0.number == choice }
        }
        return menu ?? ""
    }
}
