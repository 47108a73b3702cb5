import Expressions

/// Adds rows to a rule's file: everything that was there stays, byte for byte.
struct FigureEdit {
    /// Rows for one figure.
    struct Addition {
        let parameter: String
        var rows: [Object]
    }

    let file: FigureFile
    /// In the order in which their figures were first named.
    let additions: [Addition]

    /// The rows as they are written.
    var lines: [String] { additions.flatMap(\.rows).map { FlowStyle.text(.object($0)) } }

    /// The file's bytes with the rows in them.
    ///
    /// - Parameter bytes: The file as it is on disk.
    /// - Returns: nil, after an error, where it must be edited by hand.
    func content(of bytes: [UInt8], log: DiagnosticLog) -> [UInt8]? {
        var insertions: [(offset: Int, text: [UInt8])] = []
        for addition in additions {
            guard let values = file.values(of: addition.parameter), let place = RowPlace(behind: values, in: bytes)
            else {
                return refuse(addition.parameter, log)
            }
            let rows = addition.rows.map { place.lead + Array(FlowStyle.text(.object($0)).utf8) }
            insertions.append((place.offset, Array(rows.joined())))
        }
        var content = bytes
        for insertion in insertions.sorted(by: { $0.offset > $1.offset }) {
            content.insert(contentsOf: insertion.text, at: insertion.offset)
        }
        guard means(content) else { return refuse(additions.map(\.parameter).joined(separator: ", "), log) }
        return content
    }

    /// Whether the file, read again, says what it said, and the new rows.
    private func means(_ content: [UInt8]) -> Bool {
        let added = Dictionary(additions.map { ($0.parameter, $0.rows) }) { first, _ in first }
        guard let text = PackSource.text(of: content),
            let read = FigureFile(PackSource.File(path: file.path, content: text), shown: file.shown)
        else { return false }
        return read.meaning() == file.meaning(with: added)
    }

    private func refuse(_ name: String, _ log: DiagnosticLog) -> [UInt8]? {
        log.error(
            "figure-file", "rows of '\(name)' cannot be added to this file as it is written",
            at: file.values(of: name)?.position ?? Position(file: file.shown),
            suggestion: "write each row of 'values' in a line of its own: - { from: 2026-01-01, value: 1, law: L1 }")
        return nil
    }
}
