package import Telephony

/// How a pack's screens are laid out: one place for the machine, which shows them, and for checks, which prove that
/// they fit.
extension Pack {
    /// What one screen or answer may hold: the smaller of the pack's own limit and the channel's.
    package func limit(on kind: ChannelKind, of channel: ScreenLimit?) -> ScreenLimit {
        switch (settings.screen[kind], channel) {
        case (let own?, let other?): ScreenLimit.min(own, other)
        case (let own?, nil): own
        case (nil, let other?): other
        case (nil, nil): kind == .ussd ? .ussd(septets: 160) : .sms(segments: 2)
        }
    }

    /// The line of a menu's option.
    package func line(_ number: Int, _ label: String) -> String { "\(number)\(settings.numbering)\(label)" }

    /// The line that ends the questions of several rules.
    package func enoughLine(_ label: String) -> String { "\(keys.more)\(settings.numbering)\(label)" }

    /// The words of the line that turns pages, given those of a language.
    package func navigation(more: String, back: String) -> Navigation {
        Navigation(more: keys.more + " " + more, back: keys.back + " " + back)
    }
}
