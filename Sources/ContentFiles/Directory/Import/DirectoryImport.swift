import Conversation
import Directory
import Expressions

/// Takes an operator's table into a file of a pack's directory: each row is judged as the loader would judge it, and put
/// in the place of the line of its name.
package struct DirectoryImport {
    /// The word for `regions.csv` among the kinds of office.
    package static let regions = "regions"

    /// What the operator says of the table.
    package struct Wishes: Sendable {
        /// Columns of the table, by the names they have there, with those of the directory.
        package var map: [String: String] = [:]
        /// What columns of the directory have in all rows in which the table leaves them empty.
        package var fill: [String: String] = [:]
        /// Whether lines that the table does not have are dropped.
        package var replaces = false

        package init() {}
    }

    /// The file that is changed, below the pack's folder.
    package let path: String

    let columns: CSVTable.Columns
    /// The column by which rows are told apart.
    let key: String
    let file: DirectoryFile
    let judge: RowJudge

    /// - Parameters:
    ///   - kind: The kind of office, or `regions`.
    ///   - content: The bytes of the file that there is for this kind, as they are on disk; nil where there is none.
    /// - Returns: nil, after an error, when the pack or the file must be mended first.
    package init?(into source: PackSource, kind: String, content: [UInt8]?, log: DiagnosticLog) {
        guard let packFile = source.files.first(where: { $0.path == "pack.yaml" }) else {
            log.error("missing-file", "a pack needs a file pack.yaml", at: Position(file: source.shown("pack.yaml")))
            return nil
        }
        let reader = PackFileReader(log: log, expressions: ExpressionReader(log: log))
        guard let settings = reader.read(packFile.content, file: source.shown(packFile.path)) else { return nil }
        guard kind.isName else {
            log.error(
                "csv-kind", "'\(kind)' cannot be a kind that flows search",
                at: Position(file: source.shown("directory")),
                suggestion: "name it with letters, digits and _")
            return nil
        }
        let path = DirectoryReader.path(of: kind)
        self.path = path
        let isRegions = kind == Self.regions
        key = isRegions ? "code" : "id"
        let others = PackSource(
            folder: source.folder, files: source.files.filter { $0.path.hasPrefix("directory/") && $0.path != path })
        let directory = DirectoryReader(
            source: others, languages: settings.languages, own: settings.source, freshness: settings.freshness,
            today: nil, log: DiagnosticLog())
        columns = isRegions ? .places(directory.tags) : .offices(directory.tags)
        guard let file = DirectoryFile(content, key: key, file: source.shown(path), log: log) else { return nil }
        self.file = file
        let known = directory.read()
        judge = RowJudge(
            kind: isRegions ? nil : kind, columns: columns, codes: Set(known.regions.map(\.code)),
            taken: isRegions ? [] : Set(known.services.map(\.id)))
        let missing = Set(columns.required).subtracting(file.header)
        if !file.header.isEmpty, !missing.isEmpty {
            log.error(
                "csv-column", "the column '\(missing.sorted()[0])' is missing",
                at: Position(file: source.shown(path)), suggestion: "mend the file first")
            return nil
        }
    }

    /// Reads a table and says what would become of each row and of the file.
    ///
    /// - Parameter progress: Is told now and then how much of the table is read, from 0 to 1.
    /// - Returns: nil, after an error, when the columns of the table do not do.
    package func plan(
        _ sheet: Sheet, _ wishes: Wishes, log: DiagnosticLog, progress: (Double) -> Void = { _ in }
    ) -> ImportPlan? {
        var reader = sheet.reader(log)
        let before = log.all.count
        guard let header = sheet.header(&reader, log) else { return nil }
        guard let layout = ImportLayout(self, header: header, sheet: sheet, wishes, log) else { return nil }
        var draft = ImportDraft(self, layout: layout, sheet: sheet, replaces: wishes.replaces)
        var count = 0
        while let fields = reader.next() {
            draft.take(fields)
            count += 1
            if count.isMultiple(of: 500) { progress(Double(reader.progress) / Double(max(1, sheet.bytes.count))) }
        }
        progress(1)
        // A quote that never ends hides all rows behind it, so nothing can be said of the table.
        guard log.all.count == before else { return nil }
        return draft.plan()
    }
}
