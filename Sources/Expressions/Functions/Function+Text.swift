extension Function {
    static let text: [Function] = [
        Function(
            "upper", [Parameter("text", .text)], .text, "in capitals",
            ("upper(\"Hi\")", "HI")
        ) { .text($0.text(0).inCapitals) },
        Function(
            "lower", [Parameter("text", .text)], .text, "in small letters",
            ("lower(\"Hi\")", "hi")
        ) { .text($0.text(0).lowercased()) },
        Function(
            "title", [Parameter("text", .text)], .text, "each word with a capital",
            ("title(\"RYAN lewis\")", "Ryan Lewis")
        ) { .text($0.text(0).titled) },
        Function(
            "clean", [Parameter("text", .text)], .text, "without line ends and other characters that cannot be printed",
            ("clean(\"a\\tb\\n\")", "ab")
        ) { .text($0.text(0).printable) },
        Function(
            "text_length", [Parameter("value")], .number, "how many characters (code points) the text has",
            ("text_length(\"héllo\")", "5")
        ) { .number($0.text(0).unicodeScalars.count) },
        Function(
            "text_compare", [Parameter("text", .text), Parameter("other", .text)], .number,
            "-1, 0 or 1: which text comes first, by code points",
            ("text_compare(\"abc\", \"abd\")", "-1")
        ) { .number(Value.order($0.text(0), $0.text(1))) },
        Function(
            "text_slice", [Parameter("text", .text), Parameter("start", .number), Parameter("end", .number).optional],
            .text, "the characters from start, counted from 0, up to but not with end; negative counts from the end",
            ("text_slice(\"hello\", 1, 3)", "el")
        ) { arguments throws(EvaluationFault) in
            let scalars = arguments.text(0).unicodeScalars
            let range = try arguments.range(of: scalars.count)
            return .text(String(String.UnicodeScalarView(scalars.dropFirst(range.lowerBound).prefix(range.count))))
        },
        Function(
            "replace",
            [
                Parameter("text", .text), Parameter("part", .text), Parameter("by", .text),
                Parameter("count", .number).optional,
            ],
            .text, "the text with each part, or the first so many, replaced",
            ("replace(\"foo bar foo\", \"foo\", \"zap\", 1)", "zap bar foo")
        ) { arguments throws(EvaluationFault) in
            let count = try arguments.whole(3, or: -1)
            return .text(
                try arguments.text(0).replacing(
                    arguments.text(1), by: arguments.text(2), limit: count < 0 ? .max : count)
            )
        },
        Function(
            "repeat", [Parameter("text", .text), Parameter("count", .number)], .text, "the text so many times",
            ("repeat(\"*\", 3)", "***")
        ) { arguments throws(EvaluationFault) in
            let (text, count) = (arguments.text(0), try arguments.whole(1))
            guard count >= 0 else { throw EvaluationFault("a text cannot be repeated \(count) times") }
            let (length, overflow) = text.unicodeScalars.count.multipliedReportingOverflow(by: count)
            guard !overflow, length <= ExpressionLimits.repeatedLength else { throw .tooLongText }
            return .text(String(repeating: text, count: count))
        },
        Function(
            "last4", [Parameter("text", .text)], .text, "the last four characters, for numbers that stay private",
            ("last4(\"+254712345678\")", "5678")
        ) { .text(String(String.UnicodeScalarView($0.text(0).unicodeScalars.suffix(4)))) },
    ]
}

extension EvaluationFault {
    static let tooLongText = EvaluationFault(
        "the text would have more than \(ExpressionLimits.repeatedLength) characters")
}

extension Arguments {
    /// The items from argument 1 up to argument 2, both counted from the end when negative.
    func range(of count: Int) throws(EvaluationFault) -> Range<Int> {
        var (start, end) = (try whole(1), try whole(2, or: count))
        if start < 0 { start += count }
        if end < 0 { end += count }
        let low = min(max(start, 0), count)
        return low..<max(low, min(end, count))
    }
}

extension String {
    fileprivate var titled: String {
        var result = ""
        var isInWord = false
        for character in lowercased() {
            result += isInWord ? String(character) : character.uppercased()
            isInWord = character.isLetter || character.isNumber || character == "'" || character == "_"
        }
        return result
    }

    fileprivate var printable: String {
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars where !scalar.isUnprintable { scalars.append(scalar) }
        return String(scalars)
    }

    /// Replaces parts; the result may not be longer than what `repeat` may make, unless it was before.
    fileprivate func replacing(_ part: String, by other: String, limit: Int) throws(EvaluationFault) -> String {
        let found = part.isEmpty ? gaps(limit: limit) : ranges(of: part, limit: limit)
        let longer = max(0, other.unicodeScalars.count - part.unicodeScalars.count)
        let (added, overflow) = found.count.multipliedReportingOverflow(by: longer)
        guard !overflow, added <= ExpressionLimits.repeatedLength else { throw .tooLongText }
        var result = ""
        var start = startIndex
        for range in found {
            result += self[start..<range.lowerBound]
            result += other
            start = range.upperBound
        }
        return result + self[start...]
    }

    /// The places before each character and at the end: an empty part is found there, as in the field.
    private func gaps(limit: Int) -> [Range<Index>] {
        (unicodeScalars.indices + [endIndex]).prefix(limit).map { $0..<$0 }
    }

    /// In capitals, letter by letter: a letter whose capital would be two, such as ß, stays.
    fileprivate var inCapitals: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return uppercased() }
        var scalars = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            let capital = scalar.properties.uppercaseMapping.unicodeScalars
            scalars.append(capital.count == 1 ? capital.first ?? scalar : scalar)
        }
        return String(scalars)
    }
}
