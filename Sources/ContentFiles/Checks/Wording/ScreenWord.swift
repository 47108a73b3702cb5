extension CheckRule {
    static let screenWord = CheckRule(
        "screen-word", "T09", .error, summary: "a text asks for what a simple phone cannot do",
        reason: """
            On USSD and SMS nobody can click, tap, swipe or open a link, and there is no "below" on a screen of its own. \
            The words come with texts that were written for the web. Each language has its list.
            """
    ) { context in
        context.matches(of: \.screenWords).filter { $0.version.text.role != .note }.map { found in
            Finding(
                "nobody can do this here: '\(found.match.term)'", at: found.position,
                suggestion: found.match.instead.isEmpty
                    ? "say what to send or whom to call" : "write '\(found.match.instead)'")
        }
    }

    static let keyWord = CheckRule(
        "key-word", "T09", .error, summary: "a text asks to press a key",
        reason: """
            On SMS there is no key to press: an answer is written and sent. The same text is shown on both channels, so it \
            says "reply" on both.
            """
    ) { context in
        context.matches(of: \.keyWords).filter { $0.version.text.role != .note }.map { found in
            Finding(
                "there is nothing to press in an SMS: '\(found.match.term)'", at: found.position,
                suggestion: found.match.instead.isEmpty ? "write 'reply with'" : "write '\(found.match.instead)'")
        }
    }
}
