/// Finds where a group of keys in braces ends.
struct FlowScan {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The place behind the brace that closes the one at a place; nil where there is none.
    func end(from start: Int) -> Int? {
        guard bytes[start] == UInt8(ascii: "{") else { return nil }
        var (index, depth) = (start, 0)
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return index + 1 }
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if isBehindSeparator(index) { index = closing(of: index) }
            case UInt8(ascii: "#"):
                if isBehindSpace(index) { index = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count }
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Whether a quote there begins a text: within a word it is a sign like any other.
    private func isBehindSeparator(_ index: Int) -> Bool {
        let before = bytes[..<index].last { !" \t\r\n".utf8.contains($0) }
        return before.map { "{[,:".utf8.contains($0) } ?? false
    }

    private func isBehindSpace(_ index: Int) -> Bool { " \t\n".utf8.contains(bytes[index - 1]) }

    /// The quote that closes a text; the end of the file where none does. A doubled single quote opens it again at once.
    private func closing(of quote: Int) -> Int {
        var index = quote + 1
        while index < bytes.count, bytes[index] != bytes[quote] {
            index += bytes[index] == UInt8(ascii: "\\") && bytes[quote] == UInt8(ascii: "\"") ? 2 : 1
        }
        guard bytes[quote] == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == bytes[quote] else {
            return index
        }
        return closing(of: index + 1)
    }
}
