/// Gathers an answer's headers from the lines that libcurl hands over.
///
/// Interim answers (1xx) come first, each with its own status line, and trailers come last, with none: only the lines
/// of the last head count.
struct ResponseHead {
    private(set) var fields: [HeaderField] = []
    /// `awaited` → `open` at a status line → `complete` at the empty line → `open` again after an interim answer.
    private var phase = Phase.awaited

    private enum Phase {
        case awaited
        case open
        case complete
    }

    /// Whether the empty line has come that ends a head.
    var isComplete: Bool { phase == .complete }

    /// Takes one line, with its line end.
    mutating func receive(_ line: UnsafeRawBufferPointer) {
        let text = line[...].trimmed
        if phase != .open {
            guard text.starts(with: "HTTP/".utf8) else { return }
            phase = .open
            fields.removeAll()
        } else if text.isEmpty {
            phase = .complete
        } else if let first = line.first, first.isBlank {
            continueLast(with: text)
        } else if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
            fields.append(HeaderField(name: text[..<colon].string, value: text[(colon + 1)...].trimmed.string))
        }
    }

    /// A line that starts with a blank continues the value before it (obsolete line folding, RFC 9112, section 5.2).
    private mutating func continueLast(with text: Slice<UnsafeRawBufferPointer>) {
        guard let last = fields.popLast() else { return }
        fields.append(HeaderField(name: last.name, value: last.value + " " + text.string))
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
    fileprivate var isBlankOrLineEnd: Bool { isBlank || self == UInt8(ascii: "\r") || self == UInt8(ascii: "\n") }
}

extension Slice<UnsafeRawBufferPointer> {
    fileprivate var string: String { String(decoding: self, as: UTF8.self) }

    fileprivate var trimmed: Self {
        var rest = drop(while: \.isBlankOrLineEnd)
        while rest.last?.isBlankOrLineEnd == true { rest.removeLast() }
        return rest
    }
}
