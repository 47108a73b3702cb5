import Expressions
import Telephony

extension CheckRule {
    static let measures = CheckRule(
        "measures", "T11", .info, summary: "words, sentences and length of each text",
        reason: """
            Counts to compare texts by. No grade is made of them: formulas of readability are unreliable on texts as \
            short as these.
            """
    ) { context in
        context.versions.compactMap { version in
            guard version.text.step != nil, version.text.role.isMain else { return nil }
            let wording = version.wording
            let length = TextMeasure(of: version.template.source)
            let counts =
                wording.hasSigns
                ? "\(wording.signs) signs" : wording.words.count == 1 ? "1 word" : "\(wording.words.count) words"
            let sentences = wording.sentences.count == 1 ? "1 sentence" : "\(wording.sentences.count) sentences"
            let unit = length.encoding == .gsm7 ? "septets" : "UCS-2 units"
            return Finding("\(counts), \(sentences), \(length.units) \(unit)", at: version.position)
        }
    }
}
