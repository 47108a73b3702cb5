import Expressions

extension CheckRule {
    static let translationLength = CheckRule(
        "translation-length", "L04", .warning, summary: "a translation is much shorter or longer than its source",
        reason: """
            Half the length or one and a half times as much is what translations really need; more or less mostly means \
            that something is missing, or was added. A sign of Chinese or Japanese counts as four letters here, one of \
            Thai, Khmer or Burmese as one.
            """
    ) { context in
        let limits = context.thresholds
        let sources = context.versions.filter(\.isSource).map { ($0.text.text.id, weight($0.wording.scalars)) }
        let weights = Dictionary(sources) { first, _ in first }
        return context.versions.compactMap { version in
            guard !version.isSource, let other = weights[version.text.text.id] else { return nil }
            let own = weight(version.wording.scalars)
            guard other >= 40, own * 100 < other * limits.shortest || own * 100 > other * limits.longest else {
                return nil
            }
            return Finding(
                "the \(version.tag) text is \(own * 100 / other) in 100 of its source", at: version.position,
                suggestion: "see whether something is missing or was added")
        }
    }
}

extension CheckRule {
    /// A text's length in letters, a sign of Chinese or Japanese counted as four.
    private static func weight(_ scalars: [Unicode.Scalar]) -> Int {
        scalars.reduce(0) { $0 + ($1.value >= 0x3000 && $1.isSpaceless ? 4 : 1) }
    }
}
