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
