import Conversation
import Expressions
import Storage
import Telephony

extension OutboxDraft {
    /// A message with how many SMS it takes.
    init(
        _ text: String, by channel: String, until expiry: Timestamp?, quiet: QuietHours? = nil, trace: String? = nil
    ) {
        self.init(
            channel: channel, text: text, expiresAt: expiry, segments: Segments.count(text), quiet: quiet, trace: trace)
    }
}
