import Conversation
import Expressions
import Telephony

extension CheckRule {
    static let slowScreen = CheckRule(
        "slow-screen", "S02", .warning,
        summary: "reading and answering a screen takes nearly as long as a network waits",
        reason: """
            A USSD network waits about 30 seconds for an answer. A slow reader reads about 120 words in a minute, or 240 \
            signs of Chinese; a digit takes a second, looking for the key two more. Where both together need more than \
            70 of 100 of the time, many sessions break there. A text on several pages is counted by its fullest page.
            """
    ) { context in
        let thresholds = context.thresholds
        let most = thresholds.answerSeconds * thresholds.busyPercent / 100
        return context.steps.flatMap { step -> [Finding] in
            guard step.step.verb.asks else { return [] }
            return context.pack.languages.indices.compactMap { language in
                let shown = context.versionsOfSteps[step.place].filter { $0.language == language && $0.isOnScreen }
                guard let first = shown.first else { return nil }
                let seconds = Int((reading(shown, thresholds) + step.typing).rounded())
                guard seconds > most else { return nil }
                return Finding(
                    "reading and answering this takes about \(seconds) seconds of \(thresholds.answerSeconds)",
                    at: first.position, suggestion: "say it in fewer words, or ask for less in one answer")
            }
        }
    }

    /// Seconds to read a screen's fullest page.
    private static func reading(_ shown: [TextVersion], _ thresholds: Thresholds) -> Double {
        let sentences = shown.flatMap(\.wording.sentences)
        let words = Double(sentences.reduce(0) { $0 + $1.words })
        let signs = Double(sentences.reduce(0) { $0 + $1.signs })
        let text = shown.map(\.template.masked).joined(separator: "\n")
        let limit = ScreenLimit.ussd(septets: 160)
        let part =
            limit.fits(text) ? 1 : min(1, Double(GSM7.septets(text) == nil ? 70 : 160) / Double(text.utf16.count))
        let minutes = words / Double(thresholds.wordsPerMinute) + signs / Double(thresholds.signsPerMinute)
        return minutes * 60 * part
    }
}

extension CheckedStep {
    /// Seconds to type an answer: looking for the key, then a second for each digit.
    fileprivate var typing: Double {
        guard case .ask(let ask) = step.verb else { return 3 }
        return 2 + Double(max(1, ask.answer.type.digits))
    }
}

extension TextVersion {
    /// Whether it is on the screen with the question.
    fileprivate var isOnScreen: Bool {
        switch text.role {
        case .menu, .ask, .said, .option: true
        case .listed, .end, .retry, .message, .note, .builtIn: false
        }
    }
}
