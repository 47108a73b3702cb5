import FoundationEssentials

extension Function {
    static let logic: [Function] = [
        Function(
            "if", [Parameter("test"), Parameter("yes"), Parameter("no")], nil,
            "the second value when the test is true, else the third; only that one is looked at",
            ("if(1 = 1, \"same\", \"other\")", "same"), action: .lazy(.when)
        ),
        Function(
            "choose", [Parameter("test"), Parameter("yes"), Parameter("no")], nil,
            "as if; while the test is not known the result is not known either",
            ("choose(2 > 1, \"more\", \"less\")", "more"), action: .lazy(.choose)
        ),
        Function(
            "and", [Parameter("value").repeated], .boolean, "true when all values are true",
            ("and(true, 1, \"x\")", "true"), action: .lazy(.and)
        ),
        Function(
            "or", [Parameter("value").repeated], .boolean, "true when one value is true",
            ("or(false, 0, \"x\")", "true"), action: .lazy(.or)
        ),
        Function(
            "default", [Parameter("value"), Parameter("instead")], nil,
            "the second value when the first is empty, not known or an error",
            ("default(\"\", \"friend\")", "friend"),
            action: .open { $0[0].isMissing ? $0[1] : $0[0] }
        ),
        Function(
            "is_error", [Parameter("value")], .boolean, "whether the value is an error",
            ("is_error(1 / 0)", "true"),
            action: .open { if case .error = $0[0] { .boolean(true) } else { .boolean(false) } }
        ),
        Function(
            "known", [Parameter("value")], .boolean, "whether the value is known yet",
            ("known(unknown)", "false"),
            action: .open {
                switch $0[0] {
                case .error: $0[0]
                case .unknown: .boolean(false)
                default: .boolean(true)
                }
            }
        ),
        Function(
            "plural", [Parameter("number", .number), Parameter("form").repeated], nil,
            "the form for the number; there are as many as the language has: 2 in English, 1 in Chinese, 3 in Russian",
            ("plural(2, \"day\", \"days\")", "days")
        ) { arguments throws(EvaluationFault) in
            let number = try arguments.number(0)
            let forms = arguments.count - 1
            let rule = PluralRule.of(arguments.surroundings.language) ?? .assumed
            // With another number of forms than the language has, they are one for 1 and one for everything else.
            return arguments[1 + (rule.forms == forms ? rule.form(of: number) : number == 1 ? 0 : forms - 1)]
        },
        Function(
            "between", [Parameter("value"), Parameter("low"), Parameter("high")], .boolean,
            "whether the value lies between two others or is one of them",
            ("between(2026-03, 2026-01, 2026-06)", "true")
        ) { arguments throws(EvaluationFault) in
            let utcOffset = arguments.surroundings.utcOffset
            let isFromLow = try arguments[0].order(to: arguments[1], utcOffset) >= 0
            let isToHigh = try arguments[0].order(to: arguments[2], utcOffset) <= 0
            return .boolean(isFromLow && isToHigh)
        },
    ]
}

extension Value {
    fileprivate var isMissing: Bool {
        switch self {
        case .null, .unknown, .error: true
        case .text(let text): text.isEmpty
        default: false
        }
    }
}
