package import Expressions

/// One turn as staff read it.
package struct TranscriptLine: Hashable, Sendable {
    package let at: Timestamp
    /// The name of the channel it came through; empty where that was not kept.
    package let channel: String
    /// What she typed; empty when a private answer was expected.
    package let input: String
    /// What she saw, nil when nothing was said.
    package let reply: String?
    /// How the input was understood.
    package let understood: String
    /// The addresses of the steps it walked, in order.
    package let path: [String]
    /// The step that waits now, or that ended the session.
    package let step: String
    /// What staff must look at.
    package let flags: [Flag]
    /// Whether what was shown is kept from whoever reads this, because it may hold a private answer.
    package let isWithheld: Bool

    package init(
        at: Timestamp, channel: String = "", input: String, reply: String?, understood: String, path: [String] = [],
        step: String, flags: [Flag], isWithheld: Bool = false
    ) {
        self.at = at
        self.channel = channel
        self.input = input
        self.reply = reply
        self.understood = understood
        self.path = path
        self.step = step
        self.flags = flags
        self.isWithheld = isWithheld
    }
}
