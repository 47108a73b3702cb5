/// Takes a file of comma-separated values apart (RFC 4180), one line after the other: a directory may have a hundred
/// thousand of them.
struct CSVReader {
    /// One value as it was written, without its quotes and the space around it.
    struct Field: Hashable {
        let text: String
        /// Where it stands, counted as editors count: lines and characters from 1.
        let line: Int
        let column: Int
    }

    /// The mark that some programs put before the first line, which is no part of it.
    static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Where the line that was read last stands among the bytes, without its end.
    private(set) var last = 0..<0
    /// How many bytes are read.
    var progress: Int { index }

    private let bytes: [UInt8]
    private let separator: UInt8
    private let file: String
    private let log: DiagnosticLog
    private var index: Int
    private var line: Int
    private var column = 1

    /// A reader of a whole file with commas.
    init(_ content: String, file: String, log: DiagnosticLog) {
        self.init(Array(content.utf8), file: file, log: log)
    }

    /// A reader of a file's UTF-8 bytes.
    ///
    /// - Parameters:
    ///   - start: Where it begins, and which line that is; the whole file unless it says otherwise.
    ///   - separator: What stands between two fields.
    init(
        _ bytes: [UInt8], from start: (index: Int, line: Int) = (0, 1), separator: UInt8 = UInt8(ascii: ","),
        file: String, log: DiagnosticLog
    ) {
        self.bytes = bytes
        self.separator = separator
        self.file = file
        self.log = log
        line = start.line
        index = start.index == 0 && bytes.starts(with: Self.mark) ? Self.mark.count : start.index
    }

    /// The fields of the next line that is not empty; nil at the end, and after the error of a quote that never ends.
    mutating func next() -> [Field]? {
        while index < bytes.count {
            let start = index
            var fields: [Field] = []
            repeat {
                guard let field = field() else { return nil }
                fields.append(field)
            } while take(separator)
            last = start..<index
            if take(UInt8(ascii: "\r")) { take(UInt8(ascii: "\n")) } else { take(UInt8(ascii: "\n")) }
            if fields.contains(where: { !$0.text.isEmpty }) { return fields }
        }
        return nil
    }

    private mutating func field() -> Field? {
        skipSpace()
        let (line, column) = (line, column)
        guard !take(UInt8(ascii: "\"")) else {
            return quoted(line, column).map { Field(text: $0, line: line, column: column) }
        }
        let start = index
        while index < bytes.count, !isEnd(bytes[index]) { advance() }
        var end = index
        while end > start, isSpace(bytes[end - 1]) { end -= 1 }
        return Field(text: String(decoding: bytes[start..<end], as: UTF8.self), line: line, column: column)
    }

    /// What stands between quotes that were opened there; nil, after an error, when they are never closed.
    private mutating func quoted(_ line: Int, _ column: Int) -> String? {
        var text: [UInt8] = []
        while index < bytes.count {
            let byte = bytes[index]
            advance()
            guard byte == UInt8(ascii: "\"") else {
                text.append(byte)
                continue
            }
            guard take(byte) else {
                skipRest()
                return String(decoding: text, as: UTF8.self)
            }
            text.append(byte)
        }
        log.error(
            "csv", "a quote that begins here never ends", at: Position(file: file, line: line, column: column),
            suggestion: "write two quotes for one inside a text in quotes")
        index = bytes.count
        return nil
    }

    /// Goes on to the next field behind a closing quote.
    private mutating func skipRest() {
        skipSpace()
        guard index < bytes.count, !isEnd(bytes[index]) else { return }
        log.error(
            "csv", "there is more behind the closing quote", at: Position(file: file, line: line, column: column),
            suggestion: "write two quotes for one inside a text in quotes")
        while index < bytes.count, !isEnd(bytes[index]) { advance() }
    }

    private mutating func skipSpace() {
        while index < bytes.count, isSpace(bytes[index]) { advance() }
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || (byte == UInt8(ascii: "\t") && byte != separator)
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == separator || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
    }

    @discardableResult
    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        advance()
        return true
    }

    private mutating func advance() {
        let byte = bytes[index]
        index += 1
        if byte == UInt8(ascii: "\n") || (byte == UInt8(ascii: "\r") && !isNext(UInt8(ascii: "\n"))) {
            (line, column) = (line + 1, 1)
        } else if byte & 0xC0 != 0x80 {
            // Only the first byte of a character in UTF-8 does not begin with the bits 10.
            column += 1
        }
    }

    private func isNext(_ byte: UInt8) -> Bool { index < bytes.count && bytes[index] == byte }
}
