extension CheckRule {
    static let numberWord = CheckRule(
        "number-word", "T07", .warning, summary: "a number is written as a word",
        reason: """
            Many people who do not read know digits: they know the numbers of their phone and the routes of menus by \
            heart. A digit is also the shortest way to say it.
            """
    ) { context in
        context.matches(of: \.numberWords).map { found in
            Finding(
                "'\(found.match.term)' is a number", at: found.position,
                suggestion: found.match.instead.isEmpty ? "write digits" : "write '\(found.match.instead)'")
        }
    }
}
