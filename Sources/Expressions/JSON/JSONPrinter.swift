extension Value {
    /// The value as JSON without white space: see ``json(utcOffset:)``.
    package var json: String { json(utcOffset: 0) }

    /// The value as JSON without white space. Dates, months, times, moments and durations are texts; what has no value is null.
    package func json(utcOffset: Int) -> String {
        var printer = JSONPrinter(utcOffset: utcOffset)
        printer.print(self)
        return printer.result
    }

    /// The value as JSON that keeps its type: `{"type":"date","value":"2026-03-15","text":"2026-03-15"}`, or
    /// `{"error":"..."}`. ``parse(typedJSON:)`` reads it back.
    package func typedJSON(utcOffset: Int = 0) -> String { described(utcOffset: utcOffset).json(utcOffset: utcOffset) }
}

private struct JSONPrinter {
    let utcOffset: Int
    var result = ""

    mutating func print(_ value: Value) {
        switch value {
        case .number, .boolean: result += value.text
        case .text, .date, .month, .time, .datetime, .duration: print(value.text(utcOffset: utcOffset))
        case .list(let items):
            print(items, between: ("[", "]")) { printer, item in printer.print(item) }
        case .object(let object):
            print(object.pairs, between: ("{", "}")) { printer, pair in
                printer.print(pair.0)
                printer.result += ":"
                printer.print(pair.1)
            }
        case .null, .unknown, .error: result += "null"
        }
    }

    private mutating func print<Items: Sequence>(
        _ items: Items, between brackets: (String, String), _ printItem: (inout JSONPrinter, Items.Element) -> Void
    ) {
        result += brackets.0
        var isFirst = true
        for item in items {
            if !isFirst { result += "," }
            isFirst = false
            printItem(&self, item)
        }
        result += brackets.1
    }

    private mutating func print(_ text: String) {
        result += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\0"..<" ":
                let digits = UInt8(scalar.value).hexDigits
                result += "\\u00" + String(decoding: [digits.0, digits.1], as: UTF8.self)
            default: result.unicodeScalars.append(scalar)
            }
        }
        result += "\""
    }
}
