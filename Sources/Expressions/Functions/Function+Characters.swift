extension Function {
    static let trimming: [Function] = [
        Function(
            "trim", [Parameter("text", .text), Parameter("characters", .text).optional], .text,
            "without white space, or the given characters, at both ends",
            ("trim(\"  hi \")", "hi")
        ) { .text($0.trimmed(left: true, right: true)) },
        Function(
            "trim_left", [Parameter("text", .text), Parameter("characters", .text).optional], .text,
            "without white space, or the given characters, at the start",
            ("trim_left(\"*=*abc=*=\", \"*=\")", "abc=*=")
        ) { .text($0.trimmed(left: true, right: false)) },
        Function(
            "trim_right", [Parameter("text", .text), Parameter("characters", .text).optional], .text,
            "without white space, or the given characters, at the end",
            ("trim_right(\"*=*abc=*=\", \"*=\")", "*=*abc")
        ) { .text($0.trimmed(left: false, right: true)) },
    ]

    static let parts: [Function] = [
        Function(
            "char", [Parameter("code", .number)], .text, "the character of a Unicode code", ("char(33)", "!")
        ) { arguments throws(EvaluationFault) in
            guard let scalar = UInt32(exactly: try arguments.whole(0)).flatMap(Unicode.Scalar.init) else {
                throw EvaluationFault("no character has the code \(arguments.text(0))")
            }
            return .text(String(scalar))
        },
        Function(
            "code", [Parameter("text", .text)], .number, "the Unicode code of the first character",
            ("code(\"abc\")", "97")
        ) { arguments throws(EvaluationFault) in
            guard let scalar = arguments.text(0).unicodeScalars.first else {
                throw EvaluationFault("an empty text has no first character")
            }
            return .number(Int(scalar.value))
        },
        Function(
            "read_chars", [Parameter("text", .text)], .text,
            "spaced out for reading aloud, in groups of three or four where it divides so",
            ("read_chars(\"123456\")", "1 2 3 , 4 5 6")
        ) {
            let scalars = Array($0.text(0).unicodeScalars.drop { $0 == "+" })
            let size = scalars.count.isMultiple(of: 3) ? 3 : scalars.count.isMultiple(of: 4) ? 4 : 1
            let groups = stride(from: 0, to: scalars.count, by: size).map { start in
                scalars[start..<start + size].map { String($0) }.joined(separator: " ")
            }
            return .text(groups.joined(separator: " , "))
        },
        Function(
            "format_location", [Parameter("location", .text)], .text,
            "the last name of a place written with those around it", ("format_location(\"Rwanda > Kigali\")", "Kigali")
        ) {
            let names = $0.text(0).split(separator: ">", omittingEmptySubsequences: false)
            return .text(names.last.map { $0.trimmed } ?? "")
        },
    ]
}

extension Arguments {
    /// Argument 0 without white space, or the characters of argument 1, at its ends.
    fileprivate func trimmed(left: Bool, right: Bool) -> String {
        let unwanted = Set(text(1, or: ""))
        let isUnwanted = { (character: Character) in
            unwanted.isEmpty ? character.isWhitespace : unwanted.contains(character)
        }
        var rest = text(0)[...]
        if left { rest = rest.drop(while: isUnwanted) }
        if right { while let last = rest.last, isUnwanted(last) { rest.removeLast() } }
        return String(rest)
    }
}
