import Expressions

/// What she agrees to is noted with the words that she read.
extension Walk {
    /// Notes what became of a consent by a new value of its field.
    mutating func noteConsent(_ field: String, before: Value?) {
        guard pack.consents.contains(field) else { return }
        let (was, isNow) = (before?.isTrue == true, turn.person.fields[field]?.isTrue)
        let wording = pack.personFields[field]?.wording ?? 1
        if isNow == true { turn.person.agreed[field] = wording }
        let change: ConsentNote.Change
        switch isNow {
        case true?: change = .given
        case false?, nil:
            if !was, isNow == nil { return }
            change = was ? .withdrawn : .refused
        }
        noteConsent(
            "person." + field, change, at: asked?.address ?? "", asked.map { text(of: $0) } ?? "", wording: wording)
    }

    /// Notes STOP or START; the words are what she was told then, and where a provider answered, none.
    mutating func noteMessages(_ change: ConsentNote.Change, saying name: BuiltInTexts.Name? = nil) {
        let text = name.map { pack.texts[$0].version(language).source } ?? ""
        noteConsent(ConsentNote.messages, change, at: "", text, wording: 1)
    }

    private mutating func noteConsent(
        _ subject: String, _ change: ConsentNote.Change, at step: String, _ text: String, wording: Int
    ) {
        turn.consents.removeAll { $0.subject == subject }
        turn.consents.append(
            ConsentNote(
                subject: subject, change: change, step: step, text: text, wording: wording,
                language: pack.languages[language].tag, revision: pack.revision, channel: channel.name))
    }

    /// A question as its step words it.
    private func text(of step: Step) -> String {
        switch step.verb {
        case .menu(let menu):
            let options = menu.options.map {
                "\($0.number)\(pack.settings.numbering)\($0.label.version(language).source)"
            }
            return ([menu.text.version(language).source] + options).joined(separator: "\n")
        case .ask(let ask): return ask.text.version(language).source
        case .say, .branch, .set, .call, .send, .refer, .check, .find, .remind, .request, .end: return ""
        }
    }
}
