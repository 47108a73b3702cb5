package import Conversation
package import Expressions
package import Providers
package import Telephony

/// What a check needs to know besides the pack.
package struct CheckSettings {
    /// Replaces the profile that pack.yaml names.
    package var profile: Profile?
    /// The channels that people reach the pack by; empty where no channels file is at hand.
    package var carriers: [Carrier] = []
    /// The published pack that people know by heart; nil where there is none to compare with.
    package var published: Pack?
    /// The day that reviews of rules are compared with, and on which examples are tried; nil for none.
    package var today: CalendarDate?
    /// Whether findings that only tell something are wanted.
    package var wantsInfo = false
    /// Whether talks are played to find steps that none of them walks. A gateway that starts does not wait for that.
    package var playsTalks = true

    package init() {}

    /// Whether a rule is looked at.
    func wants(_ rule: CheckRule) -> Bool {
        (wantsInfo || rule.severity != .info) && (playsTalks || !rule.needsTalks)
    }
}

/// What a check knows of one channel.
package struct Carrier: Hashable, Sendable {
    /// The channel's name in channels.yaml.
    package let name: String
    /// Which of a pack's own limits its limit is held against.
    package let kind: ChannelKind
    /// The most that one of its screens or messages holds.
    package let limit: ScreenLimit

    package init(name: String, kind: ChannelKind, limit: ScreenLimit) {
        self.name = name
        self.kind = kind
        self.limit = limit
    }
}

extension Carrier {
    /// What there is to know of a channel.
    package init(_ channel: Channel) {
        self.init(
            name: channel.id, kind: channel.kind == .ussd ? .ussd : .sms, limit: channel.screenLimit)
    }
}
