extension Function {
    static let patterns: [Function] = [
        Function(
            "has_pattern", [Parameter("text", .text), Parameter("pattern", .text)], .boolean,
            "whether a regular expression matches somewhere in the text; letters match in any case",
            ("has_pattern(\"Buy cheese please\", \"buy (\\w+)\")", "true"),
            action: .metered { arguments, steps throws(EvaluationFault) in
                .boolean(try arguments.match(1, &steps) != nil)
            }
        ),
        Function(
            "regex_match",
            [Parameter("text", .text), Parameter("pattern", .text), Parameter("group", .number).optional], .text,
            "what a regular expression matches first, or what one of its groups does",
            ("regex_match(\"Bob Smith\", \"(\\w+) (\\w+)\", 2)", "Smith"),
            action: .metered { arguments, steps throws(EvaluationFault) in
                let number = try arguments.whole(2, or: 0)
                guard let match = try arguments.match(1, &steps) else {
                    throw EvaluationFault("the pattern does not match")
                }
                guard let group = match.group(number) else {
                    throw EvaluationFault("the pattern has no group \(number)")
                }
                return .text(group)
            }
        ),
        Function(
            "has_email", [Parameter("text", .text)], .boolean, "whether the text has an e-mail address in it",
            ("has_email(\"my email is <foo@bar2.com>\")", "true"),
            action: .metered { arguments, steps in .boolean(arguments.match(email, &steps) != nil) }
        ),
        Function(
            "has_phone", [Parameter("text", .text)], .boolean,
            "whether the text has a phone number in it, written with + and the country's code",
            ("has_phone(\"my number is +1 206 779 9294\")", "true"),
            action: .metered { arguments, steps in .boolean(arguments.match(phone, &steps) != nil) }
        ),
    ]

    private static let email = Pattern(
        fixed: #"([\pL\pN][-_.~$+\pL\pN]*)@([\pL\pN][-_\pL\pN]*)(\.[\pL\pN][-_\pL\pN]*)+"#)
    /// ITU-T E.164: at most 15 digits, the first not 0.
    private static let phone = Pattern(fixed: #"\+[1-9](?:[-. ()]?[0-9]){6,14}(?:[^0-9]|\z)"#)
}

extension Arguments {
    /// The first match in argument 0 of the pattern another argument is.
    fileprivate func match(_ pattern: Int, _ steps: inout Int) throws(EvaluationFault) -> PatternMatch? {
        let source = text(pattern)
        guard source.utf8.count <= 500 else { throw EvaluationFault("a pattern has at most 500 characters") }
        return match(try Pattern(source), &steps)
    }

    fileprivate func match(_ pattern: Pattern, _ steps: inout Int) -> PatternMatch? {
        pattern.firstMatch(in: Array(text(0).unicodeScalars), steps: &steps)
    }
}
