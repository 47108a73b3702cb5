import Telephony

extension CheckRule {
    static let encodingOverflow = CheckRule(
        "encoding-overflow", "B05", .error, summary: "a typographic character makes a screen overflow",
        reason: """
            With plain characters this screen needs fewer pages: one character outside of the GSM alphabet leaves 70 \
            characters to a page in place of 160. What fits in the author's editor then does not fit on the phone.
            """
    ) { context in
        let overflowing = context.overflowingTexts
        return context.costlyTexts.filter { overflowing.contains($0.version.position) }.map { text in
            Finding(
                "'\(text.replacements[0].character)' makes this screen need more pages",
                at: text.version.position(at: text.offset), suggestion: text.advice)
        }
    }
}
