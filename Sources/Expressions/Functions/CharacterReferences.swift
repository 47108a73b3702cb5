extension String {
    /// The text with HTML's character references undone: numbers, and the names of the signs that texts use. A space that
    /// does not break becomes a space, as in the field.
    var withoutReferences: String {
        guard utf8.contains(UInt8(ascii: "&")) else { return self }
        var result = ""
        var rest = self[...]
        while let start = rest.firstIndex(of: "&") {
            result += rest[..<start]
            rest = rest[start...]
            guard let end = rest.prefix(12).firstIndex(of: ";"), let sign = rest[..<end].dropFirst().referenced else {
                result.append("&")
                rest = rest.dropFirst()
                continue
            }
            result.append(sign == "\u{A0}" ? " " : sign)
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}

extension Substring {
    /// WHATWG HTML, named character references: the part texts for people use.
    private static let named: [String: Character] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®",
        "deg": "°", "middot": "·", "laquo": "«", "raquo": "»", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’",
        "ldquo": "“", "rdquo": "”", "bull": "•", "hellip": "…", "euro": "€", "pound": "£", "yen": "¥", "cent": "¢",
        "times": "×", "divide": "÷", "frac12": "½", "agrave": "à", "acirc": "â", "ccedil": "ç", "egrave": "è",
        "eacute": "é", "ecirc": "ê", "euml": "ë", "icirc": "î", "iuml": "ï", "ocirc": "ô", "ugrave": "ù", "ucirc": "û",
    ]

    /// The character of a reference without `&` and `;`.
    fileprivate var referenced: Character? {
        guard first == "#" else { return Substring.named[String(self)] }
        let digits = dropFirst()
        let isHexadecimal = digits.first == "x" || digits.first == "X"
        guard let code = UInt32(isHexadecimal ? digits.dropFirst() : digits, radix: isHexadecimal ? 16 : 10) else {
            return nil
        }
        return Unicode.Scalar(code).map(Character.init)
    }
}
