import Entitlements
import Expressions

/// Reads the figure that a cell of a table holds.
struct FigureValue {
    /// The types of the rows that there are: rules compute with them.
    let types: Set<String>
    /// What the figure counts, for messages.
    let unit: String

    init(_ parameter: RuleParameter) {
        types = Set(parameter.rows.map(\.value.typeName))
        unit = parameter.unit
    }

    /// The figure; nil of what is none of this unit.
    func value(of cell: String) -> Value? {
        let read = Self.literal(of: cell)
        if let read, read.typeName != "text", types.contains(read.typeName) { return read }
        return types.contains("text") ? .text(cell) : nil
    }

    /// How a cell is to be written, to say so where one is not.
    var advice: String {
        let forms = types.sorted().compactMap { type -> String? in
            switch type {
            case "number": "a number without separators, such as 2520 or 27.7"
            case "month": "a month such as 2026-07"
            case "date": "a day such as 2026-07-01"
            case "boolean": "true or false"
            case "list": "a list such as [[12, 3], [24, 6]]"
            case "object": "a group such as { m: 60, f: 55 }"
            default: nil
            }
        }
        return "write " + (forms.isEmpty ? "it as the file's rows do" : forms.joined(separator: ", or "))
    }

    /// What a file would read here.
    private static func literal(of cell: String) -> Value? {
        let text = CellForm.narrow(cell)
        guard text.hasPrefix("[") || text.hasPrefix("{") else {
            return YAML(content: .scalar(text, isPlain: true), position: Position(file: "")).literal
        }
        let log = DiagnosticLog()
        let read = YAML.read(text, file: "", log: log)
        return log.hasErrors ? nil : read?.literal
    }
}
