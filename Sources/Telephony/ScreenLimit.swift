/// The most that one screen or message may hold.
package enum ScreenLimit: Hashable, Sendable {
    /// A USSD string: septets when its text is GSM-7, UTF-16 units otherwise.
    case ussd(septets: Int, ucs2: Int)
    /// An SMS of at most so many segments.
    case sms(segments: Int)

    /// The limit of a USSD string of so many octets: 160, the most there is, holds 182 septets or 80 UCS-2 units
    /// (3GPP TS 23.038, section 6.1.2.3).
    package static func ussd(octets: Int) -> ScreenLimit {
        .ussd(septets: octets * 8 / 7, ucs2: octets / 2)
    }

    /// The limit of a provider that states characters: the octets that hold so many septets hold half as many UCS-2
    /// units, so 182 gives 80 and 160 gives 70.
    package static func ussd(septets: Int) -> ScreenLimit {
        .ussd(septets: septets, ucs2: (septets * 7 + 7) / 8 / 2)
    }

    /// Whether a text goes on one screen.
    package func fits(_ text: String) -> Bool {
        switch self {
        case .ussd(let septets, let ucs2):
            if let needed = GSM7.septets(text) { return needed <= septets }
            return text.utf16.count <= ucs2
        case .sms(let segments):
            return Segments.count(text) <= Swift.min(segments, Segments.maximum)
        }
    }

    /// The tighter of two limits, each unit on its own; of a USSD and an SMS limit, the one that holds fewer septets.
    package static func min(_ one: ScreenLimit, _ other: ScreenLimit) -> ScreenLimit {
        switch (one, other) {
        case (.ussd(let septets, let ucs2), .ussd(let otherSeptets, let otherUCS2)):
            .ussd(septets: Swift.min(septets, otherSeptets), ucs2: Swift.min(ucs2, otherUCS2))
        case (.sms(let segments), .sms(let otherSegments)):
            .sms(segments: Swift.min(segments, otherSegments))
        case (.ussd, .sms), (.sms, .ussd):
            one.septets <= other.septets ? one : other
        }
    }

    /// The most septets a text that fits can have, which also bounds its characters.
    var septets: Int {
        switch self {
        case .ussd(let septets, let ucs2):
            Swift.max(septets, ucs2)
        case .sms(let segments):
            segments == 1
                ? TextEncoding.gsm7.unitsAlone
                : TextEncoding.gsm7.unitsInSegment * Swift.max(0, Swift.min(segments, Segments.maximum))
        }
    }
}

extension ScreenLimit: CustomStringConvertible {
    /// The limit in words, for a message to an author.
    package var description: String {
        switch self {
        case .ussd(let septets, let ucs2): "a USSD screen of \(septets) septets or \(ucs2) UCS-2 units"
        case .sms(let segments): "an SMS of \(segments) \(segments == 1 ? "segment" : "segments")"
        }
    }
}
