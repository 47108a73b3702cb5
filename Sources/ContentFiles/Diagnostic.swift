/// A place in a content file: what every message about content points at.
package struct Position: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// The file's path as the reader was given it, relative to where the operator stands.
    package let file: String
    /// The line, from 1.
    package let line: Int
    /// The column in characters, from 1.
    package let column: Int

    package init(file: String, line: Int = 1, column: Int = 1) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `file:line:column`, the form editors make clickable.
    package var description: String { "\(file):\(line):\(column)" }

    /// In the order of the files, then of the places in one.
    package static func < (left: Position, right: Position) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }

    /// The place some characters further on the same line.
    package func moved(by columns: Int) -> Position {
        Position(file: file, line: line, column: column + columns)
    }
}

/// One thing wrong with content: what, where, and how to mend it.
package struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
    /// How much it matters: an error keeps the pack from being published, an info only tells.
    package enum Severity: String, Hashable, Sendable, CaseIterable {
        case error, warning, info
    }

    /// Where it is.
    package let position: Position
    /// How much it matters.
    package let severity: Severity
    /// The name of the rule that found it, for example `unknown-key`.
    package let id: String
    /// What is wrong, in one sentence.
    package let message: String
    /// How to mend it, when that can be said.
    package let suggestion: String?

    package init(
        _ severity: Severity, _ id: String, _ message: String, at position: Position, suggestion: String? = nil
    ) {
        self.position = position
        self.severity = severity
        self.id = id
        self.message = message
        self.suggestion = suggestion
    }

    /// `file:line:column: severity: message (suggestion) [id]`.
    package var description: String {
        let hint = suggestion.map { " (\($0))" } ?? ""
        return "\(position): \(severity.rawValue): \(message)\(hint) [\(id)]"
    }
}

/// Collects diagnostics while files are read; reading goes on after an error so that one run shows them all.
package final class DiagnosticLog {
    /// Everything reported so far, in the order it was found.
    package private(set) var all: [Diagnostic] = []

    package init() {}

    /// Whether anything reported so far is an error.
    package var hasErrors: Bool { all.contains { $0.severity == .error } }

    /// Everything, by file and place, each once.
    package var sorted: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return all.filter { seen.insert($0).inserted }.sorted { $0.position < $1.position }
    }

    /// Reports what keeps the pack from being published; the arguments are those of a `Diagnostic`.
    package func error(_ id: String, _ message: String, at position: Position, suggestion: String? = nil) {
        all.append(Diagnostic(.error, id, message, at: position, suggestion: suggestion))
    }

    /// Reports what an author should look at although the pack can be published as it is.
    package func warning(_ id: String, _ message: String, at position: Position, suggestion: String? = nil) {
        all.append(Diagnostic(.warning, id, message, at: position, suggestion: suggestion))
    }

    /// Adds what was found elsewhere, in its order.
    package func add(_ diagnostics: [Diagnostic]) {
        all.append(contentsOf: diagnostics)
    }
}
