package import Telephony

extension Channel {
    /// The most that one screen of USSD, or one message of SMS, may hold.
    ///
    /// Without a limit in the adapter's file: 182 septets (3GPP TS 23.038, section 5), and ten segments.
    package var screenLimit: ScreenLimit {
        switch kind {
        case .ussd: .ussd(septets: adapter.limits.characters ?? 182)
        case .sms: .sms(segments: adapter.limits.characters.map { max(1, $0 / 153) } ?? 10)
        }
    }
}
