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
            "word_slice",
            [
                Parameter("text", .text), Parameter("start", .number), Parameter("end", .number).optional,
                Parameter("delimiters", .text).optional,
            ],
            .text, "the words from start, counted from 0, up to but not with end (to the last when it is negative)",
            ("word_slice(\"bee cat dog\", 0, 2)", "bee cat")
        ) { arguments throws(EvaluationFault) in
            let (start, end) = (try arguments.whole(1), try arguments.whole(2, or: -1))
            guard start >= 0 else { throw EvaluationFault("the start must not be negative") }
            guard end <= 0 || end > start else { throw EvaluationFault("the end must come after the start") }
            let words = arguments.words(delimiters: 3)
            return .text(words.prefix(end > 0 ? end : words.count).dropFirst(start).joined(separator: " "))
        },
        Function(
            "field", [Parameter("text", .text), Parameter("position", .number), Parameter("delimiter", .text)], .text,
            "one part of a delimited text, counted from 0; empty parts count unless the delimiter is a space",
            ("field(\"a,b,c\", 1, \",\")", "b")
        ) { arguments throws(EvaluationFault) in
            let (position, delimiter) = (try arguments.whole(1), arguments.text(2))
            guard position >= 0 else { throw EvaluationFault("the position must not be negative") }
            let fields = arguments.text(0).fields(between: delimiter)
            return .text(position < fields.count ? fields[position].trimmed : "")
        },
        Function(
            "remove_first_word", [Parameter("text", .text)], .text, "the text after its first word",
            ("remove_first_word(\"JOIN Amina Otieno\")", "Amina Otieno")
        ) {
            let text = $0.text(0)
            let words = text.words
            return .text(words.count < 2 ? "" : String(text[words[1].lowerBound...]))
        },
        Function(
            "split", [Parameter("text", .text), Parameter("delimiters", .text).optional], .list,
            "the words, or the parts between any of the delimiters; empty parts are left out",
            ("split(\"a.b,,c\", \".,\")", "[a, b, c]")
        ) { .list($0.words(delimiters: 1).map(Value.text)) },
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
        let delimiters = self.text(position, or: "")
        return delimiters.isEmpty ? text.words.map { String(text[$0]) } : text.split(atAnyOf: delimiters)
    }
}

extension String {
    /// The parts between a delimiter; without one, each character.
    fileprivate func fields(between delimiter: String) -> [String] {
        if delimiter.isEmpty { return unicodeScalars.map { String($0) } }
        var fields: [String] = []
        var start = startIndex
        for range in ranges(of: delimiter) {
            fields.append(String(self[start..<range.lowerBound]))
            start = range.upperBound
        }
        fields.append(String(self[start...]))
        return delimiter == " " ? fields.filter { !$0.isEmpty } : fields
    }
}
