package import Expressions
package import Telephony

/// Something that happened to a conversation.
package enum ConversationEvent: Hashable, Sendable {
    /// An SMS.
    case message(String)
    /// An SMS that came at that moment and was held until her USSD dialogue was over.
    case held(String, since: Timestamp)
    /// A USSD request.
    case hop(Hop)
    /// The provider says that she wants no messages; what there is to say about it, it has said itself.
    case optOut
    /// The network says that a USSD dialogue is over.
    case hangUp(dialogue: String)
    /// The network reports that nobody has the number any more.
    case gone
    /// The silence timer fired.
    case silence
    /// A reminder fell due.
    case reminder(Reminder)
    /// Another system answered, or did not in time. What follows is not seen when she has a screen already that told
    /// her to wait: then her next request shows it, whatever it says.
    case answer(SystemAnswer, request: Int, isSeen: Bool = true)
}

extension ConversationEvent {
    /// Whether somebody is heard by it.
    var isHeard: Bool {
        switch self {
        case .message, .held, .hop: true
        case .optOut, .hangUp, .gone, .silence, .reminder, .answer: false
        }
    }
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
    /// What was dialled behind the code, in case this begins a dialogue; nil when the input itself says so.
    package let dialled: String?
    /// Equal for hops of a dialogue that may be the same one, come twice; it tells nothing of what was typed.
    package let mark: Int
    /// Seconds of silence after which the same id means another dialogue; nil where ids are used once.
    package let lifetime: Int?

    package init(
        dialogue: String, begins: Bool?, input: Input, dialled: String? = nil, mark: Int = 0, lifetime: Int? = nil
    ) {
        self.dialogue = dialogue
        self.begins = begins
        self.input = input
        self.dialled = dialled
        self.mark = mark
        self.lifetime = lifetime
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
