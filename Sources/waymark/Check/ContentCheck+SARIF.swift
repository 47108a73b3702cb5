import ContentFiles
import Providers

extension ContentCheck {
    /// For code review tools: the Static Analysis Results Interchange Format 2.1.0 (OASIS).
    var sarif: String {
        let rules = Set(diagnostics.map(\.id)).sorted().map { id in
            Datum.object([
                Datum.Member("id", .text(id)),
                Datum.Member("shortDescription", Explanation.summary(of: id).map(Datum.message) ?? .null),
                Datum.Member("fullDescription", CheckRule.named(id).first.map { .message($0.reason) } ?? .null),
            ])
        }
        let driver = Datum.object([Datum.Member("name", .text("waymark")), Datum.Member("rules", .list(rules))])
        let run = Datum.object([
            Datum.Member("tool", .object([Datum.Member("driver", driver)])),
            Datum.Member("columnKind", .text("unicodeCodePoints")),
            Datum.Member("results", .list(diagnostics.map(\.sarif))),
        ])
        return Datum.object([
            Datum.Member("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")),
            Datum.Member("version", .text("2.1.0")), Datum.Member("runs", .list([run])),
        ]).line
    }
}

extension Diagnostic {
    fileprivate var sarif: Datum {
        let region = Datum.object([
            Datum.Member("startLine", .count(position.line)), Datum.Member("startColumn", .count(position.column)),
        ])
        let place = Datum.object([
            Datum.Member("artifactLocation", .object([Datum.Member("uri", .text(position.file))])),
            Datum.Member("region", region),
        ])
        let hint = suggestion.map { " (\($0))" } ?? ""
        return .object([
            Datum.Member("ruleId", .text(id)), Datum.Member("level", .text(severity.sarif)),
            Datum.Member("message", .message(message + hint)),
            Datum.Member("locations", .list([.object([Datum.Member("physicalLocation", place)])])),
        ])
    }
}

extension Datum {
    fileprivate static func message(_ text: String) -> Datum { .object([Member("text", .text(text))]) }
}

extension Diagnostic.Severity {
    /// The level, by section 3.27.10 of the standard.
    fileprivate var sarif: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
    }
}
