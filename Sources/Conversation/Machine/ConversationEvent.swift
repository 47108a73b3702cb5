package import Telephony

/// Something that happened to a conversation.
package enum ConversationEvent: Hashable, Sendable {
    /// An SMS.
    case message(String)
    /// A USSD request.
    case hop(Hop)
    /// The provider says that she wants no messages; what there is to say about it, it has said itself.
    case optOut
    /// The network says that a USSD dialogue is over.
    case hangUp(dialogue: String)
    /// The silence timer fired.
    case silence
    /// A reminder fell due.
    case reminder(Reminder)
    /// Another system answered, or did not in time.
    case answer(SystemAnswer, request: Int)
}

/// One USSD request, as the provider's adapter read it.
package struct Hop: Hashable, Sendable {
    /// What a provider puts into a request.
    package enum Input: Hashable, Sendable {
        /// Only what was typed last.
        case latest(String)
        /// Everything typed so far, joined by the separator.
        case accumulated(String, separator: String)
    }

    /// The provider's session id.
    package let dialogue: String
    /// Whether the provider says that this begins a dialogue; nil when it does not say.
    package let begins: Bool?
    /// What was typed, in the form the provider sends it.
    package let input: Input

    package init(dialogue: String, begins: Bool?, input: Input) {
        self.dialogue = dialogue
        self.begins = begins
        self.input = input
    }
}

/// The channel an event came through, as far as a conversation may know it.
package struct ChannelView: Hashable, Sendable {
    /// The channel's name.
    package let name: String
    /// Whether the channel shows a screen or an SMS; the pack's limits and times differ by it.
    package let kind: ChannelKind
    /// The provider's limit for one screen or answer, nil when the pack's own is enough.
    package let limit: ScreenLimit?
    /// Whether real people are at its other end, who must never be sent to a made-up office.
    package let isLive: Bool

    package init(name: String, kind: ChannelKind, limit: ScreenLimit? = nil, isLive: Bool = false) {
        self.name = name
        self.kind = kind
        self.limit = limit
        self.isLive = isLive
    }
}
