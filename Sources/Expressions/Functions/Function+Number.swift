import FoundationEssentials

extension Function {
    static let number: [Function] = [
        Function(
            "abs", [Parameter("number", .number)], .number, "the number without its sign",
            ("abs(-10.5)", "10.5")
        ) { arguments throws(EvaluationFault) in
            let number = try arguments.number(0)
            return .number(number < 0 ? -number : number)
        },
        Function(
            "round", [Parameter("number", .number), Parameter("places", .number).optional], .number,
            "to the nearest whole number, or so many decimal places; halves go away from zero",
            ("round(12.146, 2)", "12.15")
        ) { arguments throws(EvaluationFault) in try arguments.rounded(.nearest) },
        Function(
            "round_up", [Parameter("number", .number), Parameter("places", .number).optional], .number,
            "to the next larger one; instead of places a step such as 0.5 may be given",
            ("round_up(3.2, 0.5)", "3.5")
        ) { arguments throws(EvaluationFault) in try arguments.rounded(.up) },
        Function(
            "round_down", [Parameter("number", .number), Parameter("places", .number).optional], .number,
            "to the next smaller one; instead of places a step such as 0.5 may be given",
            ("round_down(-1.2)", "-2")
        ) { arguments throws(EvaluationFault) in try arguments.rounded(.down) },
        Function(
            "floor", [Parameter("number", .number)], .number, "the next smaller whole number",
            ("floor(7.9)", "7")
        ) { arguments throws(EvaluationFault) in .number(try arguments.number(0).rounded(places: 0, .down)) },
        Function(
            "min", [Parameter("number", .number).repeated], .number, "the smallest of the numbers, or of a list",
            ("min(2, -10, 3)", "-10")
        ) { arguments throws(EvaluationFault) in
            guard let least = try arguments.numbers().min() else { throw .noNumbers }
            return .number(least)
        },
        Function(
            "max", [Parameter("number", .number).repeated], .number, "the largest of the numbers, or of a list",
            ("max([1, 10, 3])", "10")
        ) { arguments throws(EvaluationFault) in
            guard let largest = try arguments.numbers().max() else { throw .noNumbers }
            return .number(largest)
        },
        Function(
            "sum", [Parameter("number", .number).repeated], .number, "the numbers, or those of a list, added up",
            ("sum([1, 2.5, 3])", "6.5")
        ) { arguments throws(EvaluationFault) in .number(try arguments.total()) },
        Function(
            "mean", [Parameter("number", .number).repeated], .number, "the average of the numbers, or of a list",
            ("mean(1, 2, 6)", "3")
        ) { arguments throws(EvaluationFault) in
            let numbers = try arguments.numbers()
            guard !numbers.isEmpty else { throw .noNumbers }
            return try .checked(try arguments.total().divided(by: Decimal(numbers.count)))
        },
        Function(
            "mod", [Parameter("number", .number), Parameter("divisor", .number)], .number,
            "what is left after dividing; it has the sign of the number",
            ("mod(7, 3)", "1")
        ) { arguments throws(EvaluationFault) in
            let (number, divisor) = (try arguments.number(0), try arguments.number(1))
            if divisor.isZero { throw .divisionByZero }
            guard let rest = number.remainder(dividingBy: divisor) else {
                throw EvaluationFault("the numbers are too far apart to be divided exactly")
            }
            return .number(rest)
        },
        Function(
            "step", [Parameter("table", .list), Parameter("number", .number)], .number,
            "the second number of the table's last row whose first is not above the number; 0 before the first row",
            ("step([[12, 12], [60, 18], [120, 24]], 75)", "18")
        ) { arguments throws(EvaluationFault) in
            let number = try arguments.number(1)
            var result = Value.number(0)
            for row in try arguments.list(0) {
                guard case .list(let cells) = row, cells.count == 2 else {
                    throw EvaluationFault("a table's rows are lists of two numbers")
                }
                if try cells[0].asNumber() <= number { result = cells[1] }
            }
            return result
        },
    ]
}

extension EvaluationFault {
    fileprivate static let noNumbers = EvaluationFault("there are no numbers")
}

extension Arguments {
    fileprivate func total() throws(EvaluationFault) -> Decimal {
        var total = Decimal(0)
        for number in try numbers() {
            guard let sum = total.plus(number) else { throw .tooLarge }
            total = sum
        }
        return total
    }

    /// Rounds to whole places, or to a multiple of a step between 0 and 1.
    fileprivate func rounded(_ rule: RoundingRule) throws(EvaluationFault) -> Value {
        let number = try number(0)
        guard count == 2 else { return .number(number.rounded(places: 0, rule)) }
        let second = try self.number(1)
        if second > 0, second < 1, rule != .nearest {
            guard let steps = number.divided(by: second) else { throw .tooLarge }
            return try .checked(steps.rounded(places: 9, .nearest).rounded(places: 0, rule).times(second))
        }
        return .number(number.rounded(places: min(max(try whole(1), -100), 100), rule))
    }
}
