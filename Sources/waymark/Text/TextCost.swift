import Providers
import Telephony

/// What a text costs on its way: encoding, segments, pages and the characters that make it dear.
struct TextCost {
    /// The USSD screens in use, by septets: what most networks carry, and the most there is.
    static let screens = [160, 182]

    let text: String
    let measure: TextMeasure
    let segments: [Segment]
    let costly: [CostlyCharacter]

    init(of text: String) {
        self.text = text
        measure = TextMeasure(of: text)
        segments = Segments.split(text)
        costly = CostlyCharacter.all(in: text)
    }

    /// The text's pages on a screen of so many septets, with a line that leads from one to the next.
    func pages(septets: Int) -> [String] {
        let navigation = Navigation(more: "9 More", back: "0 Back")
        return (try? Pages.split(text: text, options: [], limit: .ussd(septets: septets), navigation: navigation)) ?? []
    }

    /// The segments it would take with plain characters; nil when that saves none.
    var segmentsWhenPlain: Int? {
        let count = Segments.count(GSM7.replacing(text))
        return count < segments.count ? count : nil
    }

    /// For people.
    var lines: [String] {
        let sizes = segments.map { String($0.units) }.joined(separator: " + ")
        var lines = [
            "encoding  \(measure.encoding.name)",
            "length    \(measure.units.counted(measure.encoding.unit))",
            "SMS       \(segments.count.counted("segment")): \(sizes)",
        ]
        for septets in Self.screens {
            let pages = pages(septets: septets).map { String(TextMeasure(of: $0).units) }.joined(separator: " + ")
            lines.append("USSD \(septets)  \(self.pages(septets: septets).count.counted("page")): \(pages)")
        }
        lines += costly.map { "costly    \($0.sentence)" }
        if let segmentsWhenPlain {
            lines.append("plain     \(segmentsWhenPlain.counted("segment")) with the replacements")
        }
        return lines
    }

    /// For programs.
    var json: String {
        let pages = Self.screens.map { septets in
            Datum.Member(String(septets), .list(self.pages(septets: septets).map(Datum.measured)))
        }
        return Datum.object([
            Datum.Member("encoding", .text(measure.encoding.rawValue)), Datum.Member("units", .count(measure.units)),
            Datum.Member("segments", .list(segments.map { .object(text: $0.text, units: $0.units) })),
            Datum.Member("pages", .object(pages)),
            Datum.Member("costly", .list(costly.map(\.json))),
            Datum.Member("segments_when_plain", segmentsWhenPlain.map(Datum.count) ?? .null),
        ]).line
    }
}

extension TextEncoding {
    /// The name people know.
    var name: String { self == .gsm7 ? "GSM-7" : "UCS-2" }
    /// What is counted.
    var unit: String { self == .gsm7 ? "septet" : "unit" }
}

extension CostlyCharacter {
    private var scalars: String {
        character.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true).leftPadded(to: 4) }
            .joined(separator: " ")
    }

    fileprivate var sentence: String {
        let why = cost == .forcesUCS2 ? "makes the whole text UCS-2" : "takes two septets"
        let help: String? =
            switch replacement {
            case .some(""): "leave it out"
            case .some("\n"): "write a line break"
            case .some(" "): "write a plain space"
            case .some(let plain): "write \(plain)"
            case nil: nil
            }
        return "\(character) (\(scalars)) \(count)x \(why)" + (help.map { ": \($0)" } ?? "")
    }

    fileprivate var json: Datum {
        .object([
            Datum.Member("character", .text(String(character))), Datum.Member("count", .count(count)),
            Datum.Member("cost", .text(cost == .forcesUCS2 ? "forces_ucs2" : "two_septets")),
            Datum.Member("replacement", replacement.map(Datum.text) ?? .null),
        ])
    }
}

extension Datum {
    fileprivate static func measured(_ text: String) -> Datum {
        object(text: text, units: TextMeasure(of: text).units)
    }

    fileprivate static func object(text: String, units: Int) -> Datum {
        .object([Member("units", .count(units)), Member("text", .text(text))])
    }
}

extension String {
    fileprivate func leftPadded(to width: Int) -> String {
        String(repeating: "0", count: max(0, width - count)) + self
    }
}
