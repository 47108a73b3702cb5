/// Finds for each column of a sheet the column of the directory that it fills.
struct ColumnMatching {
    /// One column of a sheet.
    struct Match {
        /// What the sheet calls it.
        let name: String
        /// What the directory calls it; nil where it is left out.
        let target: String?
        /// How it can be taken after all.
        let advice: String?
    }

    let columns: CSVTable.Columns
    /// The columns that the directory's file has already.
    let there: [String]
    /// What the operator says: the sheet's names, each with the directory's.
    let map: [String: String]

    /// The matches of a sheet's columns, in their order.
    func matches(of header: [CSVReader.Field], file: String) -> [Match] {
        let check = CSVHeaderCheck(
            header: header.map { CSVReader.Field(text: known($0.text) ?? $0.text, line: $0.line, column: $0.column) },
            file: file, columns: columns, log: DiagnosticLog())
        return header.map { field in
            if let target = known(field.text) { return Match(name: field.text, target: target, advice: nil) }
            guard let advice = check.advice(for: field.text) else {
                return Match(name: field.text, target: field.text, advice: nil)
            }
            return Match(name: field.text, target: nil, advice: advice)
        }
    }

    /// How to mend the name of a column that cannot be there; nil of one that can.
    func advice(for name: String) -> String? {
        let check = CSVHeaderCheck(
            header: there.map { CSVReader.Field(text: $0, line: 1, column: 1) }, file: "", columns: columns,
            log: DiagnosticLog())
        return columns.all.contains(name) || there.contains(name) ? nil : check.advice(for: name)
    }

    /// The directory's name of a column that it knows: as the operator says, or as both call it but for case, spaces and
    /// the language of a text.
    private func known(_ name: String) -> String? {
        if let target = map[name] { return target }
        let folded = Self.folded(name)
        if let same = (columns.all + there).first(where: { Self.folded($0) == folded }) { return same }
        return columns.texts.contains(folded) ? "\(folded):\(columns.languages[0])" : nil
    }

    private static func folded(_ name: String) -> String {
        String(name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
    }
}
