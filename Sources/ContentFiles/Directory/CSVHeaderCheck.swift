import Expressions

/// Compares the first line of a file with the columns it may have.
struct CSVHeaderCheck {
    let header: [CSVReader.Field]
    let file: String
    let columns: CSVTable.Columns
    let log: DiagnosticLog

    /// The columns of the pack's own, in their order.
    var own: [OwnColumn] {
        var seen: Set<String> = []
        return header.filter { !columns.all.contains($0.text) }.compactMap { field in
            let (name, tag) = Self.parts(of: field.text)
            return seen.insert(name).inserted ? OwnColumn(name: name, isWorded: tag != nil) : nil
        }
    }

    func check() {
        if header.count == 1, let separator = [";", "\t"].first(where: header[0].text.contains) {
            let name = separator == ";" ? "semicolons" : "tabs"
            return log.error(
                "csv", "the columns are separated by \(name)", at: position(of: header[0]),
                suggestion: "save the file with commas between them")
        }
        for field in header where !columns.all.contains(field.text) { checkUnknown(field) }
        for (index, field) in header.enumerated() where header.prefix(index).contains(where: { $0.text == field.text })
        {
            log.error("csv-column", "the column '\(field.text)' is there twice", at: position(of: field))
        }
        let needed = columns.required + columns.texts.prefix(1).map { "\($0):\(columns.languages[0])" }
        for name in needed where !header.contains(where: { $0.text == name }) {
            log.error(
                "csv-column", "the column '\(name)' is missing", at: Position(file: file),
                suggestion: "add it to the first line")
        }
    }

    private func checkUnknown(_ field: CSVReader.Field) {
        guard let advice = advice(for: field.text) else { return }
        log.error("csv-column", "there is no column '\(field.text)' here", at: position(of: field), suggestion: advice)
    }

    /// How to mend a name that is none of the directory's; nil where it can be a column of the pack's own.
    func advice(for text: String) -> String? {
        guard let reserved = columns.reserved else {
            let near = nearest(to: text, among: columns.all)
            return near.map { "did you mean '\($0)'?" } ?? "columns: \(columns.all.joined(separator: ", "))"
        }
        let (name, tag) = Self.parts(of: text)
        if reserved.contains(name) { return reservedForm(of: name) }
        if let slip = slip(name, tag) { return "did you mean '\(slip)'?" }
        if !OwnColumn.isName(name) {
            return "a column of your own is written in small letters, digits and _, for example papers_needed"
        }
        if let tag, !columns.languages.contains(tag) {
            return "languages of this pack: \(columns.languages.joined(separator: ", "))"
        }
        guard tag != nil, header.contains(where: { $0.text == name }) else { return nil }
        return "'\(name)' is there, too; a column has one text, or one for each language"
    }

    /// How a name is written that the directory itself gives a meaning.
    private func reservedForm(of name: String) -> String {
        if columns.texts.contains(name) { return "did you mean '\(name):\(columns.languages[0])'?" }
        let isColumn = (columns.required + columns.optional).contains(name)
        return isColumn ? "did you mean '\(name)'?" : "the directory itself says what '\(name)' is; choose another name"
    }

    /// The column that was probably meant: one that this file does not have, about which a name has few slips. Where
    /// `phone` is there, `phone2` is no slip.
    private func slip(_ name: String, _ tag: String?) -> String? {
        let there = Set(header.map { Self.parts(of: $0.text).name })
        let missing = (columns.required + columns.optional + columns.texts).filter { !there.contains($0) }
        guard let near = nearest(to: name, among: missing) else { return nil }
        // In a short name two slips are another word: `date` is not `lat`.
        guard max(near.count, name.count) > 5 || Spelling.distance(name.lowercased(), near) < 2 else { return nil }
        let language = tag.flatMap { columns.languages.contains($0) ? $0 : nil } ?? columns.languages[0]
        return columns.texts.contains(near) && (tag != nil || !columns.optional.contains(near))
            ? "\(near):\(language)" : near
    }

    private static func parts(of name: String) -> (name: String, tag: String?) {
        let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return (parts[0], parts.count > 1 ? parts[1] : nil)
    }

    private func position(of field: CSVReader.Field) -> Position {
        Position(file: file, line: field.line, column: field.column)
    }
}
