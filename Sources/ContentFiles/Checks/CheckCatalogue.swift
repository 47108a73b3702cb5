extension CheckRule {
    /// Every rule about whole packs, by family. What keeps a file from being read at all is reported where it is read.
    package static let all: [CheckRule] = [
        screens, menus, wording, languages, answers, retries, ways, sessions, privacy, messages, exchange, coverage,
        values,
    ].flatMap { $0 }

    private static let byName: [String: [CheckRule]] = {
        let names = all.flatMap { [($0.id, [$0]), ($0.code.lowercased(), [$0])] }
        return Dictionary(names) { $0 + $1 }
    }()

    /// The rule with that word, or the rules with that code, in any case.
    package static func named(_ name: String) -> [CheckRule] { byName[name.lowercased()] ?? [] }

    /// Everything a rule can be called by.
    package static var names: [String] { byName.keys.sorted() }
}
