import Conversation

extension CheckRule {
    static let resumeTopic = CheckRule(
        "resume-topic", "P01", .error, summary: "whoever dials next sees the question that was left",
        reason: """
            Sessions break often, and phones are shared. With 'resume: continue' the next one to dial reads the question \
            in the middle of somebody else's conversation. 'ask' shows "1 Continue 2 Start again", which says nothing \
            about what.
            """
    ) { context in
        guard context.pack.settings.resume == .continue else { return [] }
        return [
            Finding(
                "whoever dials next sees the question that was left", at: context.position("session", "resume"),
                suggestion: "write 'resume: ask'")
        ]
    }
}
