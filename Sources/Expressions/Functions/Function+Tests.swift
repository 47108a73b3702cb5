extension Function {
    /// The field's tests of answers: they are true or false.
    static let tests: [Function] = [
        Function(
            "has_text", [Parameter("text", .text)], .boolean, "whether the text has more than white space",
            ("has_text(\" hi \")", "true")
        ) { .boolean(!$0.text(0).trimmed.isEmpty) },
        Function(
            "has_value", [Parameter("value")], .boolean, "whether the value is neither empty nor an error",
            ("has_value(\"\")", "false"), action: .open { .hasValue($0[0]) }
        ),
        Function(
            "has_error", [Parameter("value")], .boolean, "the same as is_error",
            ("has_error(1 / 0)", "true"),
            action: .open { if case .error = $0[0] { .boolean(true) } else { .boolean(false) } }
        ),
        Function(
            "has_only_text", [Parameter("text", .text), Parameter("other", .text)], .boolean,
            "whether both texts are the same; case matters",
            ("has_only_text(\"Foo\", \"foo\")", "false")
        ) { .boolean($0.text(0) == $0.text(1)) },
        Function(
            "has_phrase", [Parameter("text", .text), Parameter("phrase", .text)], .boolean,
            "whether the words of the phrase stand in the text, one after the other",
            ("has_phrase(\"the quick brown fox\", \"brown fox\")", "true")
        ) {
            let (words, phrase) = ($0.foldedWords(0), $0.foldedWords(1))
            guard phrase.count <= words.count else { return .boolean(false) }
            let starts = 0...words.count - phrase.count
            return .boolean(starts.contains { words[$0...].starts(with: phrase) })
        },
        Function(
            "has_only_phrase", [Parameter("text", .text), Parameter("phrase", .text)], .boolean,
            "whether the text's words are those of the phrase and no others",
            ("has_only_phrase(\"Quick Brown!\", \"quick brown\")", "true")
        ) { .boolean($0.foldedWords(0) == $0.foldedWords(1)) },
        Function(
            "has_any_word", [Parameter("text", .text), Parameter("words", .text)], .boolean,
            "whether one of the words stands in the text",
            ("has_any_word(\"The Quick Brown Fox\", \"red fox\")", "true")
        ) {
            let wanted = Set($0.foldedWords(1))
            return .boolean($0.foldedWords(0).contains(where: wanted.contains))
        },
        Function(
            "has_all_words", [Parameter("text", .text), Parameter("words", .text)], .boolean,
            "whether all of the words stand in the text, in any order",
            ("has_all_words(\"the quick brown FOX\", \"fox quick\")", "true")
        ) { .boolean(Set($0.foldedWords(0)).isSuperset(of: $0.foldedWords(1))) },
        Function(
            "has_beginning", [Parameter("text", .text), Parameter("beginning", .text)], .boolean,
            "whether the text begins so, white space around and case aside",
            ("has_beginning(\"The Quick Brown\", \"the quick\")", "true")
        ) {
            let (text, beginning) = ($0.text(0).trimmed.lowercased(), $0.text(1).trimmed.lowercased())
            return .boolean(!beginning.isEmpty && text.unicodeScalars.starts(with: beginning.unicodeScalars))
        },
        Function(
            "similar", [Parameter("text", .text), Parameter("word", .text)], .boolean,
            "whether the text is the word but for a slip: one in four to seven letters, two in more; figures must be right",
            ("similar(\"Nairobbi\", \"nairobi\")", "true")
        ) { .boolean(Spelling.areSimilar($0.text(0).trimmed.lowercased(), $0.text(1).trimmed.lowercased())) },
    ]
}

extension Value {
    fileprivate static func hasValue(_ value: Value) -> Value {
        switch value {
        case .null, .error: .boolean(false)
        case .unknown: .unknown
        case .text(let text): .boolean(!text.isEmpty)
        default: .boolean(true)
        }
    }
}

extension Arguments {
    fileprivate func foldedWords(_ index: Int) -> [String] {
        let text = text(index).lowercased()
        return text.words.map { String(text[$0]) }
    }
}

extension Spelling {
    fileprivate static func areSimilar(_ left: String, _ right: String) -> Bool {
        if left == right { return true }
        let length = max(left.count, right.count)
        guard length >= 4, !left.contains(where: \.isNumber), !right.contains(where: \.isNumber) else { return false }
        return distance(left, right) <= (length < 8 ? 1 : 2)
    }
}
