extension String {
    /// Where the part occurs, from the start, without overlaps, at most `limit` times. Code units are compared, so a
    /// part never matches in the middle of a scalar.
    func ranges(of part: String, limit: Int = .max) -> [Range<Index>] {
        let (text, needle) = (utf8, part.utf8)
        guard let first = needle.first, limit > 0 else { return [] }
        var found: [Range<Index>] = []
        var start = text.startIndex
        while found.count < limit, let candidate = text[start...].firstIndex(of: first) {
            if text[candidate...].starts(with: needle) {
                let end = text.index(candidate, offsetBy: needle.count)
                found.append(candidate..<end)
                start = end
            } else {
                start = text.index(after: candidate)
            }
        }
        return found
    }

    /// The words: runs of letters, marks, digits, `_` and `'`; a symbol such as an emoji is a word of its own.
    var words: [Range<Index>] {
        var words: [Range<Index>] = []
        var start: Index?
        let scalars = unicodeScalars
        for index in scalars.indices {
            let kind = scalars[index].wordKind
            if kind == .part {
                start = start ?? index
                continue
            }
            if let begin = start { words.append(begin..<index) }
            start = nil
            if kind == .symbol { words.append(index..<scalars.index(after: index)) }
        }
        if let begin = start { words.append(begin..<endIndex) }
        return words
    }

    /// The parts between any of the delimiting characters; empty parts are left out.
    func split(atAnyOf delimiters: String) -> [String] {
        let delimiters = Set(delimiters.unicodeScalars)
        return unicodeScalars.split { delimiters.contains($0) }.map { String($0) }
    }
}

private enum WordKind {
    case part
    case symbol
    case gap
}

extension Unicode.Scalar {
    fileprivate var wordKind: WordKind {
        if self == "_" || self == "'" { return .part }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .otherNumber:
            return .part
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: return .symbol
        default: return .gap
        }
    }

    /// Control, format, private and unassigned code points.
    var isUnprintable: Bool {
        switch properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }
}
