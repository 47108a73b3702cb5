/// A rule that an author allows to be broken at a place, with the reason: `# lint: allow long-label it is a name`.
struct Allowance: Hashable, Sendable {
    /// What an allowance covers.
    enum Cover: Hashable, Sendable {
        /// Lines of the file it stands in.
        case lines(ClosedRange<Int>)
        /// The whole pack.
        case pack
    }

    /// The rule's word or code, as the author wrote it.
    let name: String
    /// The words of the rules of that name: several share a code.
    let rules: Set<String>
    /// Where the allowance stands.
    let position: Position
    /// Where the rule may be broken.
    let cover: Cover

    /// Reads the rule by its word or code; an unknown rule or a missing reason is an error.
    init?(_ name: String, reason: String, at position: Position, covers cover: Cover, log: DiagnosticLog) {
        let rules = CheckRule.named(name)
        guard !rules.isEmpty else {
            let near = nearest(to: name, among: CheckRule.names).map { "did you mean '\($0)'?" }
            log.error(
                "allowance", "there is no rule '\(name)' that could be allowed here", at: position,
                suggestion: near ?? "see waymark check --list")
            return nil
        }
        guard reason.contains(where: \.isLetter) else {
            log.error(
                "allowance", "'\(name)' is allowed here without a reason", at: position,
                suggestion: "say behind the rule's name why it may be broken")
            return nil
        }
        self.name = name
        self.rules = Set(rules.map(\.id))
        self.position = position
        self.cover = cover
    }

    /// Whether a diagnostic is allowed by it.
    func covers(_ diagnostic: Diagnostic) -> Bool {
        guard rules.contains(diagnostic.id) else { return false }
        switch cover {
        case .pack: return true
        case .lines(let lines):
            return diagnostic.position.file == position.file && lines.contains(diagnostic.position.line)
        }
    }
}

/// All allowances of a pack.
struct Allowances {
    private let all: [Allowance]

    init(_ all: [Allowance]) {
        self.all = all
    }

    /// What is left of the findings, and a warning for each allowance that nothing needed.
    func apply(to found: [Diagnostic]) -> [Diagnostic] {
        guard !all.isEmpty else { return found }
        var byRule: [String: [Int]] = [:]
        for place in all.indices { for rule in all[place].rules { byRule[rule, default: []].append(place) } }
        var needed: Set<Int> = []
        let left = found.filter { diagnostic in
            let covering = byRule[diagnostic.id, default: []].filter { all[$0].covers(diagnostic) }
            needed.formUnion(covering)
            return covering.isEmpty
        }
        return left + all.indices.filter { !needed.contains($0) }.map { unneeded(all[$0]) }
    }

    private func unneeded(_ allowance: Allowance) -> Diagnostic {
        Diagnostic(
            .warning, "unused-allowance", "'\(allowance.name)' is allowed here, but nothing breaks it",
            at: allowance.position, suggestion: "take the allowance out")
    }
}
