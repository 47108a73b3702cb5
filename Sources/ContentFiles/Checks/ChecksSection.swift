/// What `checks` of pack.yaml says: the profile, and rules that are allowed to be broken everywhere.
struct ChecksSection {
    /// How strict the pack wants to be.
    private(set) var profile = Profile.standard
    /// `allow: { RULE: reason }`.
    private(set) var allowances: [Allowance] = []

    init(_ value: YAML?, log: DiagnosticLog) {
        guard let value, let fields = Fields(value, "'checks'", .checks, log: log) else { return }
        readProfile(fields, log)
        guard let list = fields["allow"], let allowed = Fields(list, "'allow'", known: nil, log: log) else { return }
        allowances = allowed.entries.compactMap { entry in
            let reason = entry.value.isNull ? "" : entry.value.text(for: "the reason", log: log) ?? ""
            return Allowance(entry.key, reason: reason, at: entry.keyPosition, covers: .pack, log: log)
        }
    }

    private mutating func readProfile(_ fields: Fields, _ log: DiagnosticLog) {
        guard let name = fields.text("profile"), let value = fields["profile"] else { return }
        if let profile = Profile(rawValue: name) {
            self.profile = profile
        } else {
            let known = Profile.allCases.map(\.rawValue)
            log.error(
                "value", "there is no profile '\(name)'", at: value.position,
                suggestion: nearest(to: name, among: known).map { "did you mean '\($0)'?" }
                    ?? "profiles: \(known.joined(separator: ", "))")
        }
    }
}
