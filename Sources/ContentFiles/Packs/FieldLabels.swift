import Conversation
import Expressions

/// Reads what people read the fields of their record called.
struct FieldLabels {
    /// `pack.yaml`.
    let fields: Fields
    /// Whether some step shows her what is kept: then each field needs a name that she understands.
    let areShown: Bool
    let texts: TextCatalog
    let log: DiagnosticLog

    /// The labels by field.
    func read() -> [String: LocalizedText] {
        var labels: [String: LocalizedText] = [:]
        for entry in fields["person"]?.entries ?? [] {
            guard let label = entry.value["label"] else {
                if areShown {
                    log.error(
                        "missing-key", "person field '\(entry.key)' needs 'label': 'kept.fields' shows it to her",
                        at: entry.keyPosition, suggestion: "label: City, a few words that she understands")
                }
                continue
            }
            labels[entry.key] = label.text(for: "'label' of person field '\(entry.key)'", log: log).flatMap {
                texts.text("pack#person.\(entry.key)", $0, at: label.textPosition)
            }
        }
        return labels
    }
}

extension ExpressionReader.Use {
    /// Whether it reads the fields that are kept of her.
    var readsKept: Bool {
        guard case .expression(let expression, _) = content else { return false }
        return expression.references.contains { $0.root == NameTable.kept && $0.path.first?.lowercased() == "fields" }
    }
}
