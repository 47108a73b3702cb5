import Conversation

/// Whether what tells a person from a stranger can be asked.
struct IdentityCheck {
    let pack: Pack
    /// `pack.yaml`.
    let fields: Fields
    let log: DiagnosticLog

    func check() {
        guard let value = fields["identity"]?["check"] else { return }
        let names = value.elements ?? [value]
        for name in names {
            guard let field = name.text else { continue }
            if pack.personFields[field] == nil {
                let near = nearest(to: field, among: pack.personFields.keys.sorted())
                log.error(
                    "person-field", "pack.yaml declares no person field '\(field)'", at: name.position,
                    suggestion: near.map { "did you mean '\($0)'?" } ?? "add it under 'person:'")
            } else if pack.question(for: field) == nil {
                log.error(
                    "identity-check", "no question asks for '\(field)', so nobody can be recognised by it",
                    at: name.position, suggestion: "name a field that a fact of rules/facts.yaml, or a step, asks for")
            }
        }
    }
}
