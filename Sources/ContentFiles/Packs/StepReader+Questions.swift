import Conversation
import Entitlements
import Expressions
import Foundation

/// The two verbs that wait for an answer.
extension StepReader {
    /// The numbers of options: two digits at most, because every answer is typed.
    static let optionNumbers = 1...99
    /// The characters that a text may be asked to have at least.
    static let leastLengths = 0...1_000
    /// The characters that a text may be allowed to have: six segments of an SMS and some more.
    static let mostLengths = 1...1_000

    func menu(_ name: String, _ fields: Fields) -> Menu? {
        let text = text(fields, "menu", name)
        let options = options(fields, name, from: 1, shared: fields["go"].flatMap(go))
        guard let text, let options else { return nil }
        return Menu(
            text: text, options: options, save: fields["save"].flatMap(target), retry: retries(name, fields),
            otherwise: fields["otherwise"].flatMap(go))
    }

    /// The options of a step, counted on from the first number that they can have; nil after an error.
    ///
    /// - Parameter shared: Where those lead that do not say it.
    func options(_ fields: Fields, _ name: String, from first: Int, shared: Go?) -> [Option]? {
        guard let elements = fields["options"]?.elements, !elements.isEmpty else {
            log.error(
                "missing-key", "\(fields.what) needs 'options' with at least one option",
                at: fields["options"]?.position ?? fields.position)
            return nil
        }
        var options: [Option] = []
        for element in elements {
            let next = options.last.map { $0.number + 1 } ?? first
            guard let option = option(element, step: name, next: next, shared: shared) else { continue }
            if options.contains(where: { $0.number == option.number }) {
                log.error("option-number", "number \(option.number) is used by two options", at: element.position)
            } else if option.number < first {
                log.error(
                    "option-number", "number \(option.number) can be that of a line of the list", at: element.position,
                    suggestion: "take a number from \(first) on")
            }
            options.append(option)
        }
        return options.count == elements.count ? options : nil
    }

    func target(_ value: YAML) -> Target? {
        value.text(for: "'save'", log: log).flatMap { target($0, at: value.position) }
    }

    private func option(_ value: YAML, step: String, next: Int, shared: Go?) -> Option? {
        if let short = value.text { return option(short: short, value, step: step, number: next, shared: shared) }
        guard let fields = Fields(value, "an option", .option, log: log) else { return nil }
        let number = fields.whole("number", in: Self.optionNumbers) ?? next
        let label = fields["label"].flatMap { text($0, "\(step).options.\(number)", what: "'label' of an option") }
        if fields["label"] == nil { log.error("missing-key", "an option needs 'label'", at: value.position) }
        let target = fields["go"].flatMap(go) ?? shared
        if target == nil, fields["go"] == nil {
            log.error("dead-end", "this option leads nowhere", at: value.position, suggestion: "add 'go:'")
        }
        guard let label, let target else { return nil }
        return Option(
            number: number, label: label, words: words(label, fields.texts("words")), aliases: fields.texts("alias"),
            when: fields["when"].flatMap { expressions.read($0, flow: flow, isCondition: true) },
            set: fields["set"].flatMap(changes) ?? [],
            value: fields.text("label") ?? "", go: target)
    }

    /// `Label -> step`, or only `Label` where the menu itself says where all options lead.
    private func option(short: String, _ value: YAML, step: String, number: Int, shared: Go?) -> Option? {
        var label = short
        var go = shared
        if let arrow = short.range(of: " -> ", options: .backwards) {
            label = String(short[..<arrow.lowerBound])
            let target = String(short[arrow.upperBound...])
            let column = short.distance(from: short.startIndex, to: arrow.upperBound)
            go = addresses.go(target, from: flow, at: value.textPosition.moved(by: column), log: log)
            if go == nil { return nil }
        }
        guard let go else {
            log.error("dead-end", "this option leads nowhere", at: value.position, suggestion: "write 'Label -> step'")
            return nil
        }
        guard let text = texts.text("\(flow)#\(step).options.\(number)", label, at: value.textPosition) else {
            return nil
        }
        return Option(number: number, label: text, words: words(text, []), value: label, go: go)
    }

    /// Everything that chooses an option: its label in every language, and its words.
    private func words(_ label: LocalizedText, _ more: [String]) -> [String] {
        let labels = label.versions.compactMap(\.literal)
        var seen: Set<String> = []
        return (labels + more).map(Folding.fold).filter { !$0.isEmpty && seen.insert($0).inserted }
    }

    func ask(_ name: String, _ fields: Fields) -> Ask? {
        let text = text(fields, "ask", name)
        let rule = answer(name, fields)
        let save = fields["save"].flatMap(target)
        if fields["save"] == nil {
            log.error("missing-key", "\(fields.what) needs 'save': a name for the answer", at: fields.position)
        }
        let go = go(fields)
        if save == .pin, rule?.type != .pin || rule?.of != nil {
            log.error(
                "value", "only a PIN that she chooses can be kept as person.pin",
                at: fields["save"]?.position ?? fields.position, suggestion: "answer: { type: pin }, without 'of'")
        }
        guard let text, let rule, let save, let go else { return nil }
        return Ask(
            text: text, answer: rule, save: save, retry: retries(name, fields),
            otherwise: fields["otherwise"].flatMap(self.go),
            confirms: fields.flag("confirm") ?? false, isPrivate: fields.flag("private") ?? false, go: go)
    }

    private func retries(_ name: String, _ fields: Fields) -> [LocalizedText] {
        guard let value = fields["retry"] else { return [] }
        return (value.elements ?? [value]).enumerated().compactMap { index, element in
            text(element, "\(name).retry.\(index + 1)", what: "'retry' of \(fields.what)")
        }
    }

    private func answer(_ name: String, _ fields: Fields) -> AnswerRule? {
        guard let value = fields["answer"] else {
            log.error("missing-key", "\(fields.what) needs 'answer': { type: ... }", at: fields.position)
            return nil
        }
        guard
            let rule = Fields(value, "'answer' of \(fields.what)", flow == Fact.flow ? .factAnswer : .answer, log: log),
            let name = rule.requiredText("type"), let place = rule["type"]
        else { return nil }
        guard let type = AnswerType(rawValue: name) else {
            let types = AnswerType.allCases.map(\.rawValue)
            let suggestion = nearest(to: name, among: types)
            log.error(
                "answer-type", "there is no answer type '\(name)'", at: place.position,
                suggestion: suggestion.map { "did you mean '\($0)'?" } ?? "types: \(types.joined(separator: ", "))")
            return nil
        }
        let bound = { (key: String) in rule[key].flatMap { expressions.read($0, flow: flow) } }
        let least = rule.whole("least", in: Self.leastLengths) ?? type.length.lowerBound
        let most = rule.whole("most", in: Self.mostLengths) ?? max(least, type.length.upperBound)
        return AnswerRule(
            type: type, from: bound("from"), to: bound("to"), length: least...max(least, most),
            choices: choices(rule, type), unit: unit(rule, type),
            allowsUnknown: unknownKey(rule) != nil || (rule.flag("unknown") ?? false), unknownKey: unknownKey(rule),
            of: owner(rule, type))
    }

    /// A key of its own for "I do not know": `unknown: 99`.
    private func unknownKey(_ rule: Fields) -> String? {
        guard let text = rule["unknown"]?.text, (1...2).contains(text.count), Int(text) != nil else { return nil }
        return text
    }

    /// The number whose record a PIN opens.
    private func owner(_ rule: Fields, _ type: AnswerType) -> Expressions.Expression? {
        guard flow != Fact.flow, let value = rule["of"] else { return nil }
        guard type == .pin else {
            log.error("value", "'of' belongs to an answer of type pin: whose it is", at: value.position)
            return nil
        }
        return expressions.read(value, flow: flow)
    }

    /// What a number counts, where time is asked.
    private func unit(_ rule: Fields, _ type: AnswerType) -> TimeUnit? {
        guard let name = rule.text("unit"), let place = rule["unit"] else { return nil }
        let units: [TimeUnit]
        switch type {
        case .duration: units = [.years, .months]
        case .number, .whole: units = TimeUnit.allCases
        case .text, .money, .date, .month, .yesNo, .phone, .choice, .pin, .place, .idNumber, .claimCode: units = []
        }
        if let unit = units.first(where: { $0.rawValue == name }) { return unit }
        log.error(
            "value", "'unit' belongs to an answer of type duration (years, months), number or whole (hours to years)",
            at: place.position)
        return nil
    }

    private func choices(_ rule: Fields, _ type: AnswerType) -> [String: String] {
        guard type == .choice || rule["choices"] != nil else { return [:] }
        guard let entries = rule["choices"]?.entries, !entries.isEmpty else {
            log.error("missing-key", "'choices' is needed here as { value: [words] }", at: rule.position)
            return [:]
        }
        var choices: [String: String] = [:]
        for entry in entries {
            let words = (entry.value.elements ?? [entry.value]).compactMap {
                $0.text(for: "a word of 'choices'", log: log)
            }
            for word in [entry.key] + words { choices[Folding.fold(word)] = entry.key }
        }
        return choices
    }
}
