import Conversation

extension CheckRule {
    static let lostWay = CheckRule(
        "lost-way", "S01", .error, summary: "a way is longer than a USSD session, and a broken one begins anew",
        reason: """
            Networks end a USSD session after 120 to 180 seconds. Where it broke off the next one goes on, so ways may be \
            long; but not with 'resume: restart', where all answers are lost: then the end of a long way is never \
            reached. A screen with its answer is counted as 20 seconds, which is reading 30 words and typing.
            """
    ) { context in
        let pack = context.pack
        guard pack.settings.resume == .restart else { return [] }
        let counts = context.graph.answers(
            from: [pack.start] + pack.keywords.values.sorted(), asks: { pack.steps[$0].verb.asks })
        let most = context.thresholds.sessionSeconds / context.thresholds.screenSeconds
        let far = counts.enumerated().compactMap { place, count in count.map { (place, $0) } }.max { $0.1 < $1.1 }
        guard let (place, count) = far, count > most else { return [] }
        return [
            Finding(
                "'\(pack.steps[place].address)' is \(count) answers away, about "
                    + "\(count * context.thresholds.screenSeconds) seconds, and a broken session begins anew",
                at: context.position("session", "resume"), suggestion: "write 'resume: ask', or make the way shorter")
        ]
    }
}
