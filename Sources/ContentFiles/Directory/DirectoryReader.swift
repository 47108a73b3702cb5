import Conversation
import Directory
import Expressions

/// Reads the files in `directory/`: `regions.csv`, and one file for each kind of office.
struct DirectoryReader {
    private static let folder = "directory/"
    private static let regions = path(of: "regions")
    private static let ending = ".csv"

    /// The file of a kind of office, or of the `regions`, below the pack's folder.
    static func path(of kind: String) -> String { folder + kind + ending }

    let source: PackSource
    /// The pack's languages, and which of them it is written in.
    let languages: [Language]
    let own: Int
    /// Months for which an office is shown after it was checked.
    let freshness: Int
    /// The day that the offices' checks are compared with; nil for none.
    let today: CalendarDate?
    let log: DiagnosticLog

    /// The places and offices of all files.
    func read() -> DirectoryContent {
        let regions = regions()
        let codes = Set(regions.map(\.code))
        var ids: Set<String> = []
        var services: [Service] = []
        for file in source.files where isOffices(file.path) {
            services += offices(in: file, codes, &ids)
        }
        return DirectoryContent(regions: regions, services: services)
    }

    private func isOffices(_ path: String) -> Bool {
        path.hasPrefix(Self.folder) && path.hasSuffix(Self.ending) && path != Self.regions
    }

    /// The tags, the pack's own first.
    var tags: [String] {
        [languages[own].tag] + languages.indices.filter { $0 != own }.map { languages[$0].tag }
    }

    private func regions() -> [Region] {
        guard let file = source.files.first(where: { $0.path == Self.regions }) else { return [] }
        let shown = source.shown(file.path)
        guard let table = CSVTable(file.content, file: shown, columns: .places(tags), log: log) else { return [] }
        let rows = Array(table)
        let reader = RegionReader(language: tags[0], log: log)
        var seen: Set<String> = []
        let regions = rows.compactMap { reader.read($0, &seen) }
        RegionParentCheck(rows: rows, regions: regions, log: log).check()
        return regions
    }

    private func offices(in file: PackSource.File, _ codes: Set<String>, _ ids: inout Set<String>) -> [Service] {
        let kind = String(file.path.dropFirst(Self.folder.count).dropLast(Self.ending.count))
        let shown = source.shown(file.path)
        guard kind.isName else {
            log.error(
                "csv-kind", "'\(kind)' cannot be a kind that flows search", at: Position(file: shown),
                suggestion: "name the file with letters, digits and _")
            return []
        }
        guard let table = CSVTable(file.content, file: shown, columns: .offices(tags), log: log) else { return [] }
        let reader = OfficeReader(
            kind: kind, codes: codes, language: tags[0], own: table.own,
            ownNames: table.own.map(\.name), log: log)
        var types = ColumnTypes(table.own.count)
        var services: [Service] = []
        var checks: [FreshnessCheck.Entry] = []
        for row in table {
            guard let service = reader.read(row, &ids) else { continue }
            types.narrow(by: service.own.entries)
            services.append(service)
            if today != nil {
                checks.append(.init(id: service.id, checked: service.checked, position: row.position(of: "checked")))
            }
        }
        if let today { FreshnessCheck(months: freshness, today: today, log: log).check(checks) }
        return table.own.isEmpty ? services : services.map { $0.with(own: types.typed($0.own.entries)) }
    }
}
