/// Where new rows go into the bytes of a rule's file: behind the last row that a figure has.
struct RowPlace {
    /// Before which byte.
    let offset: Int
    /// What stands before each new row.
    let lead: [UInt8]

    /// - Parameter values: The list of rows, read from this file.
    /// - Returns: nil where the list is not written in a way that a row can be added to.
    init?(behind values: YAML, in bytes: [UInt8]) {
        let lines = FileLines(bytes)
        guard let last = values.elements?.last, let start = lines.offset(of: values.position) else { return nil }
        switch bytes[start] {
        case UInt8(ascii: "-"):
            let line = lines.last(from: last.position.line - 1, indentedBeyond: values.position.column - 1)
            offset = lines.end(of: line)
            lead = bytes.lineEnd + Array((String(repeating: " ", count: values.position.column - 1) + "- ").utf8)
        case UInt8(ascii: "["):
            guard let row = lines.offset(of: last.position), let end = FlowScan(bytes).end(from: row) else {
                return nil
            }
            offset = end
            lead = Array(", ".utf8)
        default: return nil
        }
    }
}

/// The lines of a file by their places among its bytes.
struct FileLines {
    private let bytes: [UInt8]
    private let starts: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    /// The byte at a place that was read from the file; nil where there is none. Columns count Unicode scalars.
    func offset(of position: Position) -> Int? {
        guard starts.indices.contains(position.line - 1) else { return nil }
        var (offset, left) = (starts[position.line - 1], position.column - 1)
        while left > 0, offset < bytes.count {
            offset += 1
            // Only the first byte of a scalar in UTF-8 does not begin with the bits 10.
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return offset < bytes.count ? offset : nil
    }

    /// Where a line's text ends, before what ends the line.
    ///
    /// - Parameter line: From 0.
    func end(of line: Int) -> Int {
        let end = line + 1 < starts.count ? starts[line + 1] - 1 : bytes.count
        return end > starts[line] && bytes[end - 1] == UInt8(ascii: "\r") ? end - 1 : end
    }

    /// The last line of what begins in a line and goes on in lines that are indented further; empty lines and comments
    /// behind it are not a part of it.
    func last(from line: Int, indentedBeyond indentation: Int) -> Int {
        var last = line
        for next in starts.indices.dropFirst(line + 1) {
            let text = bytes[starts[next]..<end(of: next)]
            let words = text.drop { $0 == UInt8(ascii: " ") }
            guard let first = words.first, first != UInt8(ascii: "#") else { continue }
            guard text.count - words.count > indentation else { break }
            last = next
        }
        return last
    }
}

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
