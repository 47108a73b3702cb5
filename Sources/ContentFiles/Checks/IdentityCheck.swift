import Conversation

/// Whether the fields that settings name are there: what tells a person from a stranger, and where she is.
struct IdentityCheck {
    let pack: Pack
    /// `pack.yaml`.
    let fields: Fields
    let log: DiagnosticLog

    func check() {
        checkPlace()
        guard let value = fields["identity"]?["check"] else { return }
        let names = value.elements ?? [value]
        for name in names {
            guard let field = name.text, isDeclared(field, at: name.position) else { continue }
            if pack.question(for: field) == nil {
                log.error(
                    "identity-check", "no question asks for '\(field)', so nobody can be recognised by it",
                    at: name.position, suggestion: "name a field that a fact of rules/facts.yaml, or a step, asks for")
            }
        }
    }

    /// A place that says by whose clock she is written to.
    private func checkPlace() {
        guard let value = fields["reminders"]?["place"], let field = value.text,
            isDeclared(field, at: value.position), pack.personFields[field]?.type != .place
        else { return }
        log.error(
            "value", "the field '\(field)' holds no place, so it has no clock", at: value.position,
            suggestion: "name a field of type place")
    }

    private func isDeclared(_ field: String, at position: Position) -> Bool {
        if pack.personFields[field] != nil { return true }
        let near = nearest(to: field, among: pack.personFields.keys.sorted())
        log.error(
            "person-field", "pack.yaml declares no person field '\(field)'", at: position,
            suggestion: near.map { "did you mean '\($0)'?" } ?? "add it under 'person:'")
        return false
    }
}
