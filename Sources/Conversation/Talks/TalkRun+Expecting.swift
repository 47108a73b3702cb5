import Expressions

// What must be so.
extension TalkRun {
    mutating func see(_ screen: Talk.Screen) {
        let shown = phone.look()
        if !screen.matches(shown) {
            let difference = TalkReport.Difference(expected: screen, shown: shown)
            if accepts, !shown.isEmpty {
                report.corrections.append(TalkReport.Correction(place: place, difference: difference))
            } else {
                fail(.screen(difference))
            }
        }
        note("< \(Talk.Screen(shown))")
    }

    mutating func expect(_ expectation: Talk.Expectation) {
        switch expectation {
        case .opened(let topic): expect(topic, among: phone.topics, "case")
        case .sent(let text): expectMessage(text)
        case .ended(let outcome): expect(outcome.rawValue, among: found(.ended), "outcome")
        case .judged(let rule, let outcome): expect("\(rule) \(outcome)", among: verdicts, "outcome")
        case .asked(let system, let path):
            let isMet = phone.requests.contains { $0.system == system && path.matches($0.path) }
            if !isMet { fail("expected the request '\(system) \(path)', got: \(list(found(.asked)))") }
        case .planned(let flow): expectReminder(flow)
        case .nothing(let effect):
            let found = found(effect)
            if !found.isEmpty { fail("expected no \(effect.rawValue), got: \(list(found))") }
        case .language(let tag): expect(tag, among: [language(of: number)], "language")
        case .holds(let condition): expect(condition)
        case .step(let address): expect(address, among: phone.step.isEmpty ? [] : [phone.step], "step")
        }
    }

    private mutating func expect(_ item: String, among found: [String], _ what: String) {
        if !found.contains(item) { fail("expected the \(what) '\(item)', got: \(list(found))") }
    }

    /// A flow alone is meant with whatever step it begins at.
    private mutating func expectReminder(_ flow: String) {
        let flows = phone.reminders.map { flow.contains("#") ? $0 : String($0.prefix { $0 != "#" }) }
        expect(flow, among: flows, "reminder")
    }

    private var verdicts: [String] { phone.verdicts.map { "\($0.rule) \($0.outcome)" } }

    /// The k-th line that looks for an SMS is, where new texts are accepted, about the k-th SMS.
    private mutating func expectMessage(_ text: Talk.Screen) {
        let messages = phone.messages
        let place = phone.messagesLookedFor
        phone.messagesLookedFor += 1
        guard !messages.contains(where: text.matches) else { return }
        guard accepts, messages.indices.contains(place) else { return fail(.sms(text, sent: messages)) }
        let difference = TalkReport.Difference(expected: text, shown: messages[place])
        report.corrections.append(TalkReport.Correction(place: self.place, difference: difference))
    }

    private mutating func expect(_ condition: Expression) {
        let value = evaluate(condition)
        if case .error(let fault) = value { return fail("\(condition.source): \(fault.message)") }
        if value.isTrue != true { fail("expected \(condition.source); known are: \(list(knownFields))") }
    }

    private func found(_ effect: Talk.Effect) -> [String] {
        switch effect {
        case .opened: phone.topics
        case .sent: phone.messages.map { "\(Talk.Screen($0))" }
        case .ended: phone.outcomes.map(\.rawValue)
        case .asked: phone.requests.map { "\($0.system) \($0.path)" }
        case .planned: phone.reminders
        }
    }

    private func list(_ items: [String]) -> String {
        items.isEmpty ? "none" : items.joined(separator: ", ")
    }
}

// What is known of a person.
extension TalkRun {
    mutating func know(_ field: String, _ value: Expression) {
        let result = evaluate(value)
        if case .error(let fault) = result { return fail("\(value.source): \(fault.message)") }
        if field == "language" { return know(language: result.text) }
        guard pack.personFields[field] != nil else {
            let near = Spelling.nearest(to: field, among: pack.personFields.keys.sorted())
            return fail("the pack keeps no person.\(field)" + (near.map { "; did you mean person.\($0)?" } ?? ""))
        }
        let today = rehearsal.now.date(utcOffset: pack.settings.utcOffset)
        rehearsal.people[number, default: heardNow].person.keep(result, in: field, on: today)
    }

    mutating func know(language: String) {
        let tags = pack.languages.map(\.tag)
        guard tags.contains(language) else {
            return fail("the pack does not speak '\(language)', only \(tags.joined(separator: ", "))")
        }
        rehearsal.people[number, default: heardNow].person.language = language
    }

    /// Somebody of whom nothing is known but that her number is hers.
    private var heardNow: Snapshot { Snapshot(address: AddressState(heardAt: rehearsal.now)) }

    /// The language someone is spoken to in.
    private func language(of number: String) -> String {
        let known = rehearsal.people[number]
        let tag = known?.session?.language ?? known?.person.language
        return pack.languages[pack.place(of: tag)].tag
    }

    private var person: Person { rehearsal.people[number]?.person ?? Person() }

    private var knownFields: [String] {
        person.fields.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value.text)" }
    }

    /// As expressions of flows see it: a declared field without a value is unknown.
    private func evaluate(_ expression: Expression) -> Value {
        var fields = Object(pack.personFields.keys.sorted().map { ($0, person.fields[$0] ?? .unknown) })
        fields["language"] = person.language.map(Value.text) ?? .unknown
        fields["stopped"] = .boolean(person.isStopped)
        let scope = DictionaryScope(["person": .object(fields), "constants": .object(pack.constants)])
        return Evaluation(
            scope: scope, now: rehearsal.now, utcOffset: pack.settings.utcOffset, language: language(of: number)
        ).evaluate(expression)
    }
}
