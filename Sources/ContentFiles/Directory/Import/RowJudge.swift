import Directory

/// Judges rows by the same readers that load the directory.
struct RowJudge {
    /// The kind of office; nil for places.
    let kind: String?
    let columns: CSVTable.Columns
    /// The codes of the places there are.
    let codes: Set<String>
    /// The ids of offices of other kinds, which none of this kind may have.
    let taken: Set<String>

    /// What is wrong with a row.
    ///
    /// - Parameter seen: The keys of the rows before it.
    func faults(of row: CSVTable.Row, _ seen: inout Set<String>) -> [Diagnostic] {
        let log = DiagnosticLog()
        guard row.isComplete(log) else { return log.all }
        if kind == nil {
            _ = RegionReader(language: columns.languages[0], log: log).read(row, &seen)
        } else {
            _ = offices(log).read(row, &seen)
        }
        return log.all
    }

    private func offices(_ log: DiagnosticLog) -> OfficeReader {
        OfficeReader(kind: kind ?? "", codes: codes, language: columns.languages[0], own: [], ownNames: [], log: log)
    }

    /// What is wrong with where places lie, by the row it is wrong with.
    func misplaced(_ rows: [CSVTable.Row]) -> [Position: Diagnostic] {
        let reader = RegionReader(language: columns.languages[0], log: DiagnosticLog())
        var seen: Set<String> = []
        let regions = rows.compactMap { reader.read($0, &seen) }
        let log = DiagnosticLog()
        RegionParentCheck(rows: rows, regions: regions, log: log).check()
        let starts = Dictionary(rows.map { ($0.position(of: "parent"), $0.position) }) { first, _ in first }
        return Dictionary(log.all.map { (starts[$0.position] ?? $0.position, $0) }) { first, _ in first }
    }
}
