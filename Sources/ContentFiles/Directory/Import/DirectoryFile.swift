/// A file of the directory as it is on disk, line by line: lines that an import does not change stay as they are, byte for
/// byte.
struct DirectoryFile {
    /// The names of its columns; none of a file that is not there yet.
    let header: [String]
    /// The keys of its lines, in their order.
    private(set) var keys: [String] = []
    /// Where each key's line is among the lines.
    private(set) var places: [String: Int] = [:]

    private let file: String
    private let bytes: [UInt8]
    private let headerRange: Range<Int>
    private var starts: [(range: Range<Int>, line: Int)] = []

    /// - Parameters:
    ///   - content: Its bytes; nil of one that is not there yet.
    ///   - key: The column by which lines are told apart.
    ///   - file: The file, for messages.
    /// - Returns: nil, after an error, when the file must be mended first.
    init?(_ content: [UInt8]?, key: String, file: String, log: DiagnosticLog) {
        self.file = file
        bytes = content ?? []
        let before = log.all.count
        var reader = CSVReader(bytes, file: file, log: log)
        guard let header = reader.next() else {
            (self.header, headerRange) = ([], 0..<0)
            guard log.all.count == before else { return nil }
            return
        }
        self.header = header.map(\.text)
        headerRange = reader.last
        let column = self.header.firstIndex(of: key)
        while let fields = reader.next() {
            let place = Position(file: file, line: fields.first?.line ?? 1)
            guard fields.count == header.count, let column, !fields[column].text.isEmpty else {
                log.error(
                    "csv", "this row has not as many fields as the header, or no '\(key)'", at: place,
                    suggestion: "mend the file first: 'waymark check' tells what is wrong with it")
                continue
            }
            places[fields[column].text] = keys.count
            keys.append(fields[column].text)
            starts.append((reader.last, place.line))
        }
        guard log.all.count == before else { return nil }
    }

    /// The fields of a line.
    func fields(at place: Int) -> [CSVReader.Field] {
        let start = starts[place]
        var reader = CSVReader(
            bytes, from: (start.range.lowerBound, start.line), file: file, log: DiagnosticLog())
        return reader.next() ?? []
    }

    /// The bytes of a line as they are, without its end.
    func line(at place: Int) -> ArraySlice<UInt8> { bytes[starts[place].range] }

    /// The bytes of the first line, without the mark before it.
    var headerLine: ArraySlice<UInt8> { bytes[headerRange] }

    /// What stands before the first line: a mark that some programs need.
    var mark: [UInt8] { bytes.starts(with: CSVReader.mark) ? CSVReader.mark : [] }

    /// What ends its lines.
    var lineEnd: [UInt8] { bytes.lineEnd }
}

extension [UInt8] {
    /// What ends the lines of a file, by its first one.
    var lineEnd: [UInt8] {
        guard let end = firstIndex(of: UInt8(ascii: "\n")), end > 0 else { return [UInt8(ascii: "\n")] }
        return self[end - 1] == UInt8(ascii: "\r") ? Array("\r\n".utf8) : [UInt8(ascii: "\n")]
    }
}

/// Writes lines of a file of comma-separated values (RFC 4180).
enum CSVLine {
    /// The line of some fields, without its end; quotes stand where they are needed.
    static func bytes(_ fields: [String]) -> [UInt8] {
        Array(fields.map(quoted).joined(separator: ",").utf8)
    }

    private static func quoted(_ field: String) -> String {
        let needsQuotes =
            field.utf8.contains { ",\"\n\r".utf8.contains($0) }
            || field.first == " " || field.last == " " || field.first == "\t" || field.last == "\t"
        return needsQuotes ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
    }
}
