import Entitlements
import Expressions
import FoundationEssentials

extension Consulted {
    /// One line for programs; what there is nothing of is left out.
    var json: String {
        switch self {
        case .question(let question): Value.object(question.object).json
        case .result(let result): Value.object(result.object).json
        case .fault(let message): Value.object(["error": .text(message)]).json
        }
    }
}

extension ConsultedQuestion {
    fileprivate var object: Object {
        var object: Object = ["ask": .text(fact), "question": .text(lines.joined(separator: "\n"))]
        if !options.isEmpty {
            object["options"] = .list(
                options.map { .object(["number": .number(Decimal($0.number)), "label": .text($0.label)]) })
        }
        object["asked"] = .texts(asked)
        return object
    }
}

extension ConsultedResult {
    fileprivate var object: Object {
        var object: Object = ["outcome": .text(verdict.outcome), "values": .object(verdict.values)]
        object["why"] = .list(provisions.map { .object(why($0)) })
        object["text"] = text.map(Value.text)
        object["caution"] = caution.map(Value.text)
        object["next"] = .texts(steps)
        object["moving"] = moving.map(Value.text)
        object["asked"] = .texts(asked)
        if !verdict.missing.isEmpty { object["missing"] = .texts(verdict.missing) }
        if !verdict.assumed.isEmpty { object["assumed"] = .texts(verdict.assumed) }
        if verdict.isUsual { object["usual"] = .boolean(true) }
        object["fault"] = (verdict.fault?.message).map(Value.text)
        object["trace"] = .object(verdict.trace.object)
        return object
    }

    private func why(_ provision: Provision) -> Object {
        var object = Object()
        object["because"] = because.map(Value.text)
        object["law"] = .text(provision.cite)
        object["article"] = provision.article.map(Value.text)
        object["from"] = .date(provision.from)
        return object
    }
}

extension Trace {
    fileprivate var object: Object {
        let lines = lines.map { line in
            Value.object([
                "line": .number(Decimal(line.number)), "when": .text(line.when), "value": line.value.inTrace,
            ])
        }
        return [
            "version": .number(Decimal(version)), "lines": .list(lines),
            "facts": .object(Object(facts.map { ($0.name, $0.value.inTrace) })),
            "figures": .list(figures.map { .object($0.object) }),
        ]
    }
}

extension Trace.Figure {
    fileprivate var object: Object {
        guard let row else { return ["name": .text(name), "value": .text("unknown")] }
        return [
            "name": .text(name), "value": row.value, "law": .text(row.law), "from": .date(row.days.from),
            "region": .text(row.region.description), "status": .text(row.status.rawValue),
        ]
    }
}

extension Value {
    fileprivate static func texts(_ texts: [String]) -> Value { .list(texts.map(Value.text)) }

    /// JSON has no word for what is not known, nor for what failed.
    fileprivate var inTrace: Value {
        switch self {
        case .unknown: .text("unknown")
        case .error(let fault): .text("failed: \(fault.message)")
        case .null, .text, .number, .boolean, .date, .month, .time, .datetime, .duration, .list, .object: self
        }
    }
}
