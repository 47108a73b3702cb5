/// What the console says, in one language.
struct Texts: Sendable {
    /// The texts by their keys.
    let all: [String: String]

    /// Every text in every language: its key, English, Chinese.
    static let catalogue: [(key: String, english: String, chinese: String)] =
        shell + signingIn + joining + sessionTexts + actTexts + caseTexts + work + packTexts + flowTexts + channelTexts
        + directoryTexts + tableTexts + staffTexts + tokenTexts + phoneTexts + evidenceTexts

    private static let byLanguage: [ConsoleLanguage: [String: String]] = [
        .english: Dictionary(catalogue.map { ($0.key, $0.english) }) { first, _ in first },
        .chinese: Dictionary(catalogue.map { ($0.key, $0.chinese) }) { first, _ in first },
    ]

    init(_ language: ConsoleLanguage) {
        all = Self.byLanguage[language] ?? [:]
    }

    /// A text; its key where there is none, which a test sees to.
    subscript(key: String) -> String { all[key] ?? key }

    /// A text with values where `%1`, `%2` stand; what stands in a value stays as it is.
    subscript(key: String, values: any CustomStringConvertible & Sendable...) -> String {
        let parts = self[key].split(separator: "%", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: String(parts[0])) { text, part in
            let place = (part.first?.wholeNumberValue ?? 0) - 1
            text += values.indices.contains(place) ? values[place].description + part.dropFirst() : "%" + part
        }
    }
}
