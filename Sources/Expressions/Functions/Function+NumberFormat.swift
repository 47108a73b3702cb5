import FoundationEssentials

extension Function {
    static let numberFormat: [Function] = [
        Function(
            "format_number",
            [
                Parameter("number", .number), Parameter("places", .number).optional,
                Parameter("grouped", .boolean).optional,
            ],
            .text, "with commas between thousands (unless grouped is false) and so many decimal places",
            ("format_number(1234.567, 2)", "1,234.57")
        ) { arguments throws(EvaluationFault) in
            let number = try arguments.number(0)
            let places = try arguments.whole(1, or: max(0, -number.exponent))
            guard (0...36).contains(places) else { throw EvaluationFault("places must be 0 to 36, not \(places)") }
            let isGrouped = arguments.count < 3 || arguments[2].isTrue == true
            return .text(number.formatted(places: places, isGrouped: isGrouped))
        },
        Function(
            "percent", [Parameter("number", .number)], .text, "a part of 1 as a whole number of hundredths",
            ("percent(0.54234)", "54%")
        ) { arguments throws(EvaluationFault) in
            guard let hundredths = try arguments.number(0).times(100) else { throw .tooLarge }
            return .text("\(hundredths.rounded(places: 0, .nearest).description)%")
        },
    ]
}

extension Decimal {
    /// With so many decimal places, and commas between thousands when grouped.
    func formatted(places: Int, isGrouped: Bool) -> String {
        let text = rounded(places: places, .nearest).description
        let sign = text.hasPrefix("-") ? "-" : ""
        let parts = text.dropFirst(sign.count).split(separator: ".")
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        var whole = ""
        for (place, digit) in parts[0].enumerated() {
            if isGrouped, place > 0, (parts[0].count - place).isMultiple(of: 3) { whole.append(",") }
            whole.append(digit)
        }
        guard places > 0 else { return sign + whole }
        return "\(sign)\(whole).\(fraction)\(String(repeating: "0", count: max(0, places - fraction.count)))"
    }
}
