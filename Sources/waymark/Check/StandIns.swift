import ContentFiles
import Foundation

/// What stands for the secrets and settings that a file takes from the environment, on a machine that has none of them.
struct StandIns {
    /// Long enough for any secret, and a URL.
    static let value = "https://not-set-here.invalid"

    private let lines: [Substring]
    /// What is set here, and something for what is not.
    let environment: [String: String]

    init(for source: String) {
        lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        var environment = ProcessInfo.processInfo.environment.filter { !$0.value.isEmpty }
        for name in Self.variables(in: source[...]) where environment[name] == nil { environment[name] = Self.value }
        self.environment = environment
    }

    /// Whether only a stand-in may be wrong.
    func mayCause(_ diagnostic: Diagnostic) -> Bool {
        guard diagnostic.id == "value", lines.indices.contains(diagnostic.position.line - 1) else { return false }
        return Self.variables(in: lines[diagnostic.position.line - 1]).contains { environment[$0] == Self.value }
    }

    private static func variables(in text: Substring) -> [String] {
        text.matches(of: /\$\{([^}]*)\}/).map { String($0.1) }
    }
}
