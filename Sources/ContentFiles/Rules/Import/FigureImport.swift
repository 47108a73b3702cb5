import Conversation
import Entitlements
import Expressions

/// Takes a table of figures of the law into the files of a pack's rules: each row is judged as the loader would judge it,
/// and put behind the rows of its figure.
package struct FigureImport {
    /// The columns of a table, those first that must be there.
    package static var columns: [String] { FigureSheet.columns.all }

    private let source: PackSource
    private let pack: Pack
    private let files: [String: FigureFile]

    /// - Returns: nil, after errors, when the pack must be mended first.
    package init?(into source: PackSource, log: DiagnosticLog) {
        guard let pack = Self.pack(of: source, log) else { return nil }
        self.source = source
        self.pack = pack
        let read = source.files(of: .rule).compactMap { FigureFile($0, shown: source.shown($0.path)) }
        files = Dictionary(read.map { ($0.rule, $0) }) { first, _ in first }
    }

    /// Reads a table and says what would become of each row and of the files.
    ///
    /// - Parameter bytes: A file's bytes as they are on disk, by its path below the pack's folder.
    /// - Returns: nil, after an error, when the columns of the table do not do, when a file must be edited by hand, and
    ///   when the pack could not be loaded with the new rows.
    package func plan(_ sheet: Sheet, log: DiagnosticLog, bytes: (String) -> [UInt8]?) -> FigurePlan? {
        let before = log.all.count
        guard var table = FigureSheet(sheet, log: log) else { return nil }
        var judge = FigureJudge(pack, files)
        var rows: [ImportPlan.Row] = []
        var new: [FigureJudge.Judged] = []
        while let next = table.next() {
            let line = next.row.position.line
            if let misfit = next.misfit {
                rows.append(ImportPlan.Row(line: line, key: "", change: .refused([misfit])))
                continue
            }
            let judged = judge.judge(next.row)
            rows.append(ImportPlan.Row(line: line, key: judged.name, change: judged.change))
            if let row = judged.new { new.append(row) }
        }
        // A quote that never ends hides all rows behind it, so nothing can be said of the table.
        guard log.all.count == before, let changed = changed(new, log, bytes), loads(with: changed, log) else {
            return nil
        }
        return FigurePlan(rows: rows, files: changed)
    }

    /// The files with the new rows in them.
    private func changed(
        _ new: [FigureJudge.Judged], _ log: DiagnosticLog, _ bytes: (String) -> [UInt8]?
    ) -> [FigurePlan.File]? {
        let before = log.all.count
        var changed: [FigurePlan.File] = []
        for (_, rows) in Dictionary(grouping: new, by: \.file.path).sorted(by: { $0.key < $1.key }) {
            let edit = FigureEdit(file: rows[0].file, additions: Self.additions(rows))
            guard let old = bytes(edit.file.path), PackSource.text(of: old) == edit.file.content else {
                log.error(
                    "changed-file", "the file was changed meanwhile", at: Position(file: edit.file.shown),
                    suggestion: "bring the table once more")
                continue
            }
            guard let content = edit.content(of: old, log: log) else { continue }
            changed.append(FigurePlan.File(path: edit.file.path, lines: edit.lines, old: old, content: content))
        }
        return log.all.count == before ? changed : nil
    }

    private static func additions(_ rows: [FigureJudge.Judged]) -> [FigureEdit.Addition] {
        var additions: [FigureEdit.Addition] = []
        for judged in rows {
            let row = judged.row.written(in: judged.parameter.jurisdiction)
            if let place = additions.firstIndex(where: { $0.parameter == judged.parameter.name }) {
                additions[place].rows.append(row)
            } else {
                additions.append(FigureEdit.Addition(parameter: judged.parameter.name, rows: [row]))
            }
        }
        return additions
    }

    /// Whether the pack can be loaded with the changed files in it.
    private func loads(with changed: [FigurePlan.File], _ log: DiagnosticLog) -> Bool {
        guard !changed.isEmpty else { return true }
        let files = source.files.map { file in
            let new = changed.first { $0.path == file.path }.flatMap { PackSource.text(of: $0.content) }
            return PackSource.File(path: file.path, content: new ?? file.content)
        }
        return Self.pack(of: PackSource(folder: source.folder, files: files), log) != nil
    }

    /// The pack; what keeps it from being loaded is told, and nothing else.
    private static func pack(of source: PackSource, _ log: DiagnosticLog) -> Pack? {
        let own = DiagnosticLog()
        let pack = PackLoader.load(source, log: own)
        log.add(own.all.filter { $0.severity == .error })
        return pack
    }
}
