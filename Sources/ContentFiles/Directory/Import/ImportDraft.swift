import Directory
import Expressions

/// Collects what becomes of each row while a table is read.
struct ImportDraft {
    /// A row that is taken, or not.
    private struct Entry {
        let line: Int
        let key: String
        var change: ImportPlan.Change
        /// Its line in the file's form.
        let bytes: [UInt8]
        /// The row itself, kept of places: whether they lie in one another can only be said of all.
        let row: CSVTable.Row?
    }

    private let load: DirectoryImport
    private let layout: ImportLayout
    private let sheet: Sheet
    private let replaces: Bool
    private let places: [String: Int]
    private let types: [(place: Int, type: ColumnType)]
    private var seen: Set<String>
    private var entries: [Entry] = []

    init(_ load: DirectoryImport, layout: ImportLayout, sheet: Sheet, replaces: Bool) {
        self.load = load
        self.layout = layout
        self.sheet = sheet
        self.replaces = replaces
        places = Dictionary(layout.header.enumerated().map { ($1, $0) }) { first, _ in first }
        types = replaces ? [] : Self.types(load, layout)
        seen = load.judge.taken
    }

    /// The types that the file's own columns have: flows rely on them.
    private static func types(_ load: DirectoryImport, _ layout: ImportLayout) -> [(Int, ColumnType)] {
        let own = load.file.header.indices.filter { place in
            let name = load.file.header[place]
            return !load.columns.all.contains(name) && !name.contains(":")
        }
        guard !own.isEmpty else { return [] }
        var types = ColumnTypes(own.count)
        for place in load.file.keys.indices {
            let fields = load.file.fields(at: place)
            types.narrow(by: own.map { fields[$0].text.isEmpty ? nil : .value(.text(fields[$0].text)) })
        }
        return own.enumerated().compactMap { column, place in types.type(of: column).map { (place, $0) } }
    }

    /// Takes the next row of the table.
    mutating func take(_ cells: [CSVReader.Field]) {
        let position = Position(file: sheet.file, line: cells.first?.line ?? 1)
        if let misfit = sheet.misfit(cells, header: layout.targets.count) {
            return entries.append(
                Entry(line: position.line, key: "", change: .refused([misfit]), bytes: [], row: nil))
        }
        var fields = layout.header.map { _ in CSVReader.Field(text: "", line: position.line, column: 1) }
        for (index, target) in layout.targets.enumerated() {
            guard let target else { continue }
            let text = layout.forms[index].text(cells[index].text)
            fields[target] = CSVReader.Field(text: text, line: cells[index].line, column: cells[index].column)
        }
        for (place, text) in layout.fill where fields[place].text.isEmpty {
            fields[place] = CSVReader.Field(text: text, line: position.line, column: 1)
        }
        take(fields, position)
    }

    private mutating func take(_ given: [CSVReader.Field], _ position: Position) {
        let key = places[load.key].map { given[$0].text } ?? ""
        let old = load.file.places[key].map { load.file.fields(at: $0).map(\.text) }
        let fields = merged(given, over: old, position)
        let row = CSVTable.Row(position: position, fields: fields, columns: load.columns, places: places)
        let faults = load.judge.faults(of: row, &seen) + typeFaults(fields)
        let texts = fields.map(\.text)
        let change: ImportPlan.Change =
            if !faults.isEmpty { .refused(faults) } else if let old {
                Self.change(from: old, to: texts, layout.header)
            } else {
                .new
            }
        entries.append(
            Entry(
                line: position.line, key: key, change: change, bytes: CSVLine.bytes(texts),
                row: load.judge.kind == nil ? row : nil))
    }

    /// The row with what the file knows of it in the columns that the table does not have.
    private func merged(_ given: [CSVReader.Field], over old: [String]?, _ position: Position) -> [CSVReader.Field] {
        guard let old else { return given }
        let filled = Set(layout.targets.compactMap(\.self) + layout.fill.map(\.place))
        return given.indices.map { place in
            guard !filled.contains(place), old.indices.contains(place) else { return given[place] }
            return CSVReader.Field(text: old[place], line: position.line, column: 1)
        }
    }

    private static func change(from old: [String], to new: [String], _ header: [String]) -> ImportPlan.Change {
        let columns = new.indices.filter { (old.indices.contains($0) ? old[$0] : "") != new[$0] }
        return columns.isEmpty ? .unchanged : .changed(columns.map { header[$0] })
    }

    private func typeFaults(_ fields: [CSVReader.Field]) -> [Diagnostic] {
        types.compactMap { place, type in
            let field = fields[place]
            guard !field.text.isEmpty, type.value(of: field.text) == nil else { return nil }
            return Diagnostic(
                .error, "csv-value", "'\(field.text)' in '\(layout.header[place])', which has \(type.described)",
                at: Position(file: sheet.file, line: field.line, column: field.column),
                suggestion: "write it so, or leave it empty")
        }
    }
}

// What comes out.
extension ImportDraft {
    /// What becomes of everything, once all rows are taken.
    func plan() -> ImportPlan {
        var draft = self
        let mentioned = Set(entries.map(\.key))
        let faults = draft.refuseMisplaced(replaces ? mentioned : nil)
        return ImportPlan(
            rows: draft.entries.map { ImportPlan.Row(line: $0.line, key: $0.key, change: $0.change) },
            gone: load.file.keys.filter { !mentioned.contains($0) }, dropsGone: replaces, leftOut: layout.leftOut,
            faults: faults,
            content: draft.content(without: replaces ? mentioned : nil))
    }

    /// Refuses places that lie in none that is there, and then those that would lie in them. What is wrong with lines of
    /// the file itself is returned.
    ///
    /// - Parameter mentioned: The names of lines that stay; nil for all.
    private mutating func refuseMisplaced(_ mentioned: Set<String>?) -> [Diagnostic] {
        guard load.judge.kind == nil else { return [] }
        while true {
            let misplaced = load.judge.misplaced(rowsOfFile(mentioned))
            var isDone = true
            for (index, entry) in entries.enumerated() {
                guard entry.change.isTaken, let row = entry.row, let fault = misplaced[row.position] else { continue }
                entries[index].change = .refused([fault])
                isDone = false
            }
            if isDone { return misplaced.values.sorted { $0.position < $1.position } }
        }
    }

    /// The rows of the file as they will be.
    private func rowsOfFile(_ mentioned: Set<String>?) -> [CSVTable.Row] {
        let taken = Dictionary(entries.filter(\.change.isTaken).map { ($0.key, $0.row) }) { first, _ in first }
        let kept = load.file.keys.indices.compactMap { place -> CSVTable.Row? in
            if let row = taken[load.file.keys[place]] { return row }
            guard mentioned?.contains(load.file.keys[place]) ?? true else { return nil }
            let fields = load.file.fields(at: place)
            return CSVTable.Row(
                position: Position(file: load.path, line: fields.first?.line ?? 1), fields: fields,
                columns: load.columns, places: places.filter { $0.value < fields.count })
        }
        return kept + entries.filter { $0.change == .new }.compactMap(\.row)
    }

    /// The file's bytes.
    ///
    /// - Parameter mentioned: The names of lines that stay; nil for all.
    private func content(without mentioned: Set<String>?) -> [UInt8] {
        let end = load.file.lineEnd
        let more = Array(repeating: UInt8(ascii: ","), count: layout.added)
        var bytes = load.file.mark
        func add(_ line: some Sequence<UInt8>) {
            bytes += line
            bytes += end
        }
        add(layout.added == 0 && !load.file.header.isEmpty ? Array(load.file.headerLine) : CSVLine.bytes(layout.header))
        let changed = Dictionary(
            entries.filter { if case .changed = $0.change { true } else { false } }.map { ($0.key, $0.bytes) }
        ) { first, _ in first }
        for (place, key) in load.file.keys.enumerated() where mentioned?.contains(key) ?? true {
            if let line = changed[key] { add(line) } else { add(Array(load.file.line(at: place)) + more) }
        }
        for entry in entries where entry.change == .new { add(entry.bytes) }
        return bytes
    }
}

extension ImportPlan.Change {
    /// Whether the row is one of the file's.
    fileprivate var isTaken: Bool {
        switch self {
        case .new, .changed, .unchanged: true
        case .refused: false
        }
    }
}
