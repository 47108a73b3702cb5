import Expressions
import Telephony

extension CheckRule {
    static let doubleCharacters = CheckRule(
        "double-character", "B09", .info, summary: "characters that take two septets",
        reason: """
            ^ { } \\ [ ] ~ | and € are in the GSM alphabet's extension: each costs two septets (3GPP TS 23.038, section \
            6.2.1.1), and some networks show them wrongly. Round brackets cost one.
            """
    ) { context in
        context.versions.compactMap { version in
            let masked = version.template.masked.replacing(String(Template.mask), with: "x")
            let costly = CostlyCharacter.all(in: masked)
            guard !costly.contains(where: { $0.cost == .forcesUCS2 }), let first = costly.first,
                let place = Array(masked).firstIndex(of: first.character)
            else { return nil }
            let list = costly.map { "\($0.character)" }.joined(separator: " ")
            return Finding("two septets each: \(list)", at: version.position(at: place))
        }
    }
}
