extension String {
    /// The text without control characters; newlines (also `\r\n` and `\r`) and tabs stay.
    var withoutControls: String {
        guard utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F || $0 == 0xC2 }) else {
            return self
        }
        var cleaned = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in unicodeScalars {
            defer { previous = scalar }
            switch scalar {
            case "\r": cleaned.append("\n")
            case "\n": if previous != "\r" { cleaned.append(scalar) }
            case "\t": cleaned.append(scalar)
            default: if !scalar.isControl { cleaned.append(scalar) }
            }
        }
        return String(cleaned)
    }
}

extension Unicode.Scalar {
    /// The C0 and C1 controls and DEL (Unicode category Cc).
    fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
