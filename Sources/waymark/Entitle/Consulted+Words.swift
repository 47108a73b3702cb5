import Entitlements
import Expressions

extension Consulted {
    /// For people.
    var inWords: String {
        switch self {
        case .question(let question): (["asks for \(question.fact):"] + question.lines).joined(separator: "\n")
        case .result(let result): result.lines.joined(separator: "\n")
        case .fault(let message): message
        }
    }
}

extension ConsultedResult {
    fileprivate var lines: [String] {
        var lines = ["\(verdict.rule) version \(verdict.trace.version) on \(day.iso): \(verdict.outcome)"]
        lines += [text, caution].compactMap(\.self) + steps.map { "- \($0)" }
        if !verdict.missing.isEmpty { lines.append("missing: " + verdict.missing.joined(separator: ", ")) }
        if !verdict.assumed.isEmpty { lines.append("assumed: " + verdict.assumed.joined(separator: ", ")) }
        if let fault = verdict.fault { lines.append("an expression fails: \(fault.message)") }
        if let because { lines.append("because \(because)") }
        lines += provisions.map { "law: \($0.cite), in use here since \($0.from.iso)" }
        lines += verdict.trace.lines.map { "line \($0.number): \($0.when) is \($0.value.inWords)" }
        lines += verdict.trace.facts.map { "\($0.name) = \($0.value.inWords)" }
        lines += verdict.trace.figures.map { figure in
            let row = figure.row.map { "\($0.value.inWords), in use since \($0.days.from.iso)" }
            return "p.\(figure.name) = \(row ?? "unknown")"
        }
        return lines + verdict.values.pairs.map { "\($0) = \($1.inWords)" }
    }
}

extension Value {
    fileprivate var inWords: String {
        switch self {
        case .null: "null"
        case .unknown: "unknown"
        case .list, .object: json
        case .text, .number, .boolean, .date, .month, .time, .datetime, .duration, .error: text
        }
    }
}
