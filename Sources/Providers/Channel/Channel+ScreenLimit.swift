package import Telephony

extension Channel {
    /// The most that one screen of USSD, or one message of SMS, may hold.
    ///
    /// Without a limit in the adapter's file: 182 septets (3GPP TS 23.038, section 5), and ten segments. What an answer
    /// puts around a screen for the provider, such as `CON `, does not count: the phone does not get it.
    package var screenLimit: ScreenLimit {
        switch kind {
        case .ussd: ussdLimit(adapter.limits.characters ?? 182)
        case .sms: .sms(segments: adapter.limits.characters.map { max(1, $0 / 153) } ?? 10)
        }
    }

    private func ussdLimit(_ characters: Int) -> ScreenLimit {
        switch adapter.limits.charset {
        case .ucs2: .ussd(septets: characters, ucs2: characters)
        case .gsm7, nil: .ussd(septets: characters)
        }
    }
}
