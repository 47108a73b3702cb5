import Directory
import Expressions

/// What is kept of her, for her to read.
extension Walk {
    /// The root by which `set` reads it.
    static let kept = "kept"

    /// Whether changes read what is kept of her, and it has to be asked for first.
    func needsCounts(_ changes: [Change]) -> Bool {
        guard findings != nil, findings?.counts == nil else { return false }
        return changes.contains { $0.value.references.contains { $0.root == Self.kept } }
    }
}

/// What expressions read as `kept`.
struct KeptView {
    let person: Person
    /// How much there is beside her record.
    let counts: RecordCounts
    let pack: Pack
    /// The language she reads, by its place in the pack's list.
    let language: Int

    var object: Object {
        let utcOffset = pack.settings.utcOffset
        return Object([
            ("fields", .text(fields)),
            ("since", counts.since.map { .date($0.date(utcOffset: utcOffset)) } ?? .null),
            ("numbers", .number(counts.numbers)), ("conversations", .number(counts.conversations)),
            ("cases", .number(counts.cases)), ("reminders", .number(counts.reminders)),
            ("codes", .number(counts.codes)),
        ])
    }

    /// A line for each field that has a value, in the order of their names: what it is called, and what it is.
    private var fields: String {
        person.fields.sorted { $0.key < $1.key }.map { name, value in
            let label = pack.fieldLabels[name]?.version(language).literal ?? name
            return "\(label): \(words(of: value, in: name))"
        }.joined(separator: "\n")
    }

    /// A value as she chose it, or as it reads.
    private func words(of value: Value, in field: String) -> String {
        if let label = pack.label(of: value, in: field, language) { return label }
        guard pack.personFields[field]?.type == .place, case .text(let code) = value else { return value.text }
        return pack.directory.region(code)?.label(in: pack.languages[language].tag) ?? value.text
    }
}

extension Pack {
    /// The label of an option that gives a person field a value, in a language; nil where none does.
    fileprivate func label(of value: Value, in field: String, _ language: Int) -> String? {
        let target = Target.person(field)
        for step in steps {
            guard case .menu(let menu) = step.verb else { continue }
            let chosen = menu.options.first { option in
                menu.save == target && .text(option.value) == value
                    || option.set.contains { $0.target == target && $0.value.isAlways(value) }
            }
            if let label = chosen?.label.version(language).literal { return label }
        }
        return nil
    }
}

extension Expression {
    /// Whether it is nothing but this value.
    fileprivate func isAlways(_ value: Value) -> Bool {
        guard references.isEmpty else { return false }
        let evaluation = Evaluation(
            scope: DictionaryScope([:]), now: Timestamp(milliseconds: 0), utcOffset: 0, language: "")
        return evaluation.evaluate(self) == value
    }
}
