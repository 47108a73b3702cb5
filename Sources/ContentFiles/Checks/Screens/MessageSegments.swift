import Conversation
import Telephony

extension CheckRule {
    static let messageSegments = CheckRule(
        "message-segments", "B06", .warning, summary: "an SMS has too many segments",
        reason: """
            Each segment is paid for like a message of its own, and of a long message one part may arrive late or never. \
            A segment holds 160 septets alone and 153 with others, or 70 and 67 when one character is not in the GSM \
            alphabet (3GPP TS 23.040, section 9.2.3.24.1). The length is counted with the longest value at every place. \
            Where pack.yaml says how many segments an answer may have, an SMS beside the conversation may have as many.
            """
    ) { context in
        let said = context.entry("screen", "sms_segments")?.text.flatMap { Int($0) }
        let most = max(context.thresholds.segments, said ?? 0)
        let mostEver = max(context.thresholds.mostSegments, most)
        return context.versions.compactMap { version in
            guard version.text.role == .message, let step = version.text.step, !context.pack.steps[step].isSeries else {
                return nil
            }
            let count = Segments.count(context.longest(version.template, at: step, version.language))
            guard count > most else { return nil }
            return Finding(
                "this SMS can take \(count) segments", at: version.position,
                suggestion: "say it in \(most == 1 ? "one segment" : "\(most) segments"), or in two messages",
                severity: count > mostEver ? .error : .warning)
        }
    }
}
