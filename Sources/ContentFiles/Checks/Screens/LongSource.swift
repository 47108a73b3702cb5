import Conversation
import Expressions
import Telephony

extension CheckRule {
    static let longSource = CheckRule(
        "long-source", "B02", .warning, summary: "a text that is still to be translated leaves no room for it",
        reason: """
            Translations are longer than English: French, Portuguese and Spanish by up to two fifths. Before a text is \
            translated it should fill no more than 70 in 100 of a screen, which is 110 septets of 160; then every \
            language has its chance of one page. Once all languages have their own wording, only the pages count.
            """
    ) { context in
        let limit = context.limits.compactMap(\.ussdSeptets).min() ?? 160
        let room = limit * context.thresholds.filled / 100
        return context.versions.compactMap { version in
            guard version.isSource, version.text.isShown, version.text.step != nil, version.text.isToBeTranslated,
                case let measure = TextMeasure(of: version.template.source), measure.encoding == .gsm7,
                measure.units > room
            else { return nil }
            return Finding(
                "\(version.quoted) takes \(measure.units) of \(limit) septets before it is translated",
                at: version.position, suggestion: "say it in at most \(room)")
        }
    }
}

extension ScreenLimit {
    /// The septets of a USSD screen; nil for an SMS.
    fileprivate var ussdSeptets: Int? {
        if case .ussd(let septets, _) = self { septets } else { nil }
    }
}

extension PackText {
    /// Whether some language has no wording of its own that goes with this one, or there is no other language yet.
    fileprivate var isToBeTranslated: Bool {
        let translations = place.translations.compactMap(\.self)
        return translations.isEmpty || translations.contains(where: \.isStale)
    }
}
