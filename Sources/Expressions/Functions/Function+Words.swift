extension Function {
    static let words: [Function] = [
        Function(
            "word",
            [Parameter("text", .text), Parameter("position", .number), Parameter("delimiters", .text).optional],
            .text, "one word, counted from 0; negative counts from the end",
            ("word(\"bee cat dog\", -1)", "dog")
        ) { arguments throws(EvaluationFault) in
            let words = arguments.words(delimiters: 2)
            let position = try arguments.whole(1)
            let index = position < 0 ? words.count + position : position
            guard words.indices.contains(index) else {
                throw EvaluationFault("there is no word \(position), the text has \(words.count)")
            }
            return .text(words[index])
        },
        Function(
            "word_count", [Parameter("text", .text), Parameter("delimiters", .text).optional], .number,
            "how many words the text has",
            ("word_count(\"bee cat dog\")", "3")
        ) { .number($0.words(delimiters: 1).count) },
        Function(
            "remove_first_word", [Parameter("text", .text)], .text, "the text after its first word",
            ("remove_first_word(\"JOIN Amina Otieno\")", "Amina Otieno")
        ) {
            let text = $0.text(0)
            guard let first = text.words.first else { return .text("") }
            return .text(String(text[first.upperBound...].drop { $0 == " " }))
        },
        Function(
            "split", [Parameter("text", .text), Parameter("delimiters", .text).optional], .list,
            "the parts between white space, or between any of the delimiters; empty parts are left out",
            ("split(\"a|b,,c\", \"|,\")", "[a, b, c]")
        ) {
            let text = $0.text(0)
            if $0.count == 2 { return .list(text.split(atAnyOf: $0.text(1)).map(Value.text)) }
            return .list(text.split { $0.isWhitespace }.map { .text(String($0)) })
        },
        Function(
            "join", [Parameter("list", .list), Parameter("separator", .text)], .text, "the items as one text",
            ("join([\"a\", 2, true], \" + \")", "a + 2 + true")
        ) { arguments throws(EvaluationFault) in
            let items = try arguments.list(0)
            if let fault = items.lazy.compactMap(\.reasonNotToShow).first { throw fault }
            let texts = items.map { $0.text(utcOffset: arguments.surroundings.utcOffset) }
            return .text(texts.joined(separator: arguments.text(1)))
        },
    ]
}

extension Arguments {
    /// The words of argument 0, cut at the delimiters when the argument of that position is there.
    fileprivate func words(delimiters position: Int) -> [String] {
        let text = text(0)
        return position < count ? text.split(atAnyOf: self.text(position)) : text.words.map { String(text[$0]) }
    }
}
