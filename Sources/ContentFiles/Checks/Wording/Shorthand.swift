extension CheckRule {
    static let shorthand = CheckRule(
        "shorthand", "T05", .warning, summary: "an abbreviation or a sign in place of a word",
        reason: """
            e.g., pls, & and their like save a few characters and cost those who do not know them the sense. Where a text \
            is too long, say less.
            """
    ) { context in
        let words = context.matches(of: \.shorthand).map { found in
            Finding(
                "'\(found.match.term)' is short for something", at: found.position,
                suggestion: found.match.instead.isEmpty ? "write the words" : "write '\(found.match.instead)'")
        }
        let signs = context.versions.compactMap { version -> Finding? in
            guard let place = version.wording.scalars.firstIndex(of: "&") else { return nil }
            return Finding("& stands for a word", at: version.position(at: place), suggestion: "write the word")
        }
        return words + signs
    }
}
