import Entitlements
import Expressions

/// A rule's file with the rows of its figures as they stand in it.
struct FigureFile {
    /// Where it is below the pack's folder.
    let path: String
    /// The file as messages show it.
    let shown: String
    /// Its text as the pack has it.
    let content: String
    /// The rule's id.
    let rule: String
    private let root: YAML

    /// - Returns: nil of a file that is no rule's; the loader says what is wrong with it.
    init?(_ file: PackSource.File, shown: String) {
        guard let root = YAML.read(file.content, file: shown, log: DiagnosticLog()), let rule = root["rule"]?.text
        else {
            return nil
        }
        (path, self.shown, content, self.rule, self.root) = (file.path, shown, file.content, rule, root)
    }

    /// The list of a figure's rows.
    func values(of parameter: String) -> YAML? { root["parameters"]?[parameter]?["values"] }

    /// The rows of a figure that is read from this file.
    func rows(of parameter: RuleParameter) -> [FigureRow] {
        zip(values(of: parameter.name)?.elements ?? [], parameter.rows).map { element, row in
            FigureRow(row: row, note: element["note"]?.text, position: element.position)
        }
    }

    /// What the file says once rows are added behind those of figures, whatever it looks like.
    ///
    /// - Parameter added: The rows by their figures' names.
    func meaning(with added: [String: [Object]] = [:]) -> Value {
        root.replacing("parameters") { parameters in
            .object(
                Object(
                    (parameters.entries ?? []).map { entry in
                        (entry.key, Self.meaning(of: entry.value, with: added[entry.key] ?? []))
                    }))
        }
    }

    private static func meaning(of parameter: YAML, with added: [Object]) -> Value {
        parameter.replacing("values") { values in
            .list((values.elements ?? []).map(\.literal) + added.map(Value.object))
        }
    }
}

extension YAML {
    /// The value that is written here, with another one for a key.
    fileprivate func replacing(_ key: String, by value: (YAML) -> Value) -> Value {
        .object(
            Object(
                (entries ?? []).map { entry in (entry.key, entry.key == key ? value(entry.value) : entry.value.literal)
                }))
    }
}
