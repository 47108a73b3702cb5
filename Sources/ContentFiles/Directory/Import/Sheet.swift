/// A table as operators get it: a CSV file of whatever program, in whatever encoding, under column names of its own.
package struct Sheet: Sendable {
    /// Why a file is no table that can be read.
    package struct Fault: Error {
        /// What is wrong and how to mend it, in one sentence.
        package let message: String
    }

    /// What stands between two fields.
    package enum Separator: String, Sendable, CaseIterable {
        case comma = ","
        case semicolon = ";"
        case tab = "\t"

        var byte: UInt8 { rawValue.utf8.first ?? 0 }
    }

    /// The file as it was named, for messages.
    package let file: String
    /// How it was read.
    package let encoding: SheetEncoding
    /// What stands between its fields.
    package let separator: Separator
    /// Its text in UTF-8.
    let bytes: [UInt8]
    /// Where its first line with names begins.
    let start: (index: Int, line: Int)

    /// - Parameter encoding: How it is to be read; nil looks for itself.
    package init(_ raw: [UInt8], file: String, encoding: SheetEncoding? = nil) throws(Fault) {
        guard !raw.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
            throw Fault(message: "'\(file)' is a workbook: save its sheet as 'CSV UTF-8' and import that")
        }
        guard let found = encoding ?? SheetEncoding.detected(in: raw), let text = found.text(of: raw) else {
            let known = SheetEncoding.allCases.map(\.rawValue).joined(separator: ", ")
            throw Fault(
                message: "'\(file)' is no text in \(encoding?.rawValue ?? "a known encoding"): save it as 'CSV UTF-8', "
                    + "or name its encoding (\(known))")
        }
        self.file = file
        self.encoding = found
        bytes = Array(text.utf8)
        let marked = bytes.starts(with: CSVReader.mark) ? CSVReader.mark.count : 0
        if let (separator, next) = Self.declared(in: bytes[marked...]) {
            (self.separator, start) = (separator, (next, 2))
        } else {
            (separator, start) = (Self.likeliest(in: bytes), (0, 1))
        }
    }

    /// The first line `sep=;`, which some programs write for one another.
    private static func declared(in bytes: ArraySlice<UInt8>) -> (Separator, next: Int)? {
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") }
        let text = String(decoding: line.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
        guard let separator = Separator.allCases.first(where: { text.lowercased() == "sep=\($0.rawValue)" }) else {
            return nil
        }
        return (separator, min(line.endIndex + 1, bytes.endIndex))
    }

    /// The separator that stands most often in the first line, outside of quotes.
    private static func likeliest(in bytes: [UInt8]) -> Separator {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            counts[byte, default: 0] += 1
        }
        let best = Separator.allCases.map { (separator: $0, count: counts[$0.byte] ?? 0) }
            .max { $0.count < $1.count }
        return best.map { $0.count > 0 ? $0.separator : .comma } ?? .comma
    }

    /// A reader at its first line.
    func reader(_ log: DiagnosticLog) -> CSVReader {
        CSVReader(bytes, from: start, separator: separator.byte, file: file, log: log)
    }
}

// What every table is read for.
extension Sheet {
    /// The first line; nil, after an error, where there is none.
    func header(_ reader: inout CSVReader, _ log: DiagnosticLog) -> [CSVReader.Field]? {
        let before = log.all.count
        if let header = reader.next() { return header }
        if log.all.count == before { log.error("empty-file", "the table is empty", at: Position(file: file)) }
        return nil
    }

    /// What is wrong with a row that has not the fields of the header; empty ones behind them do not count.
    func misfit(_ cells: [CSVReader.Field], header count: Int) -> Diagnostic? {
        guard cells.count < count || !cells.dropFirst(count).allSatisfy(\.text.isEmpty) else { return nil }
        return Diagnostic(
            .error, "csv", "this row has \(cells.count) fields, the header \(count)",
            at: Position(file: file, line: cells.first?.line ?? 1),
            suggestion: "put a text with a separator in quotes")
    }
}
