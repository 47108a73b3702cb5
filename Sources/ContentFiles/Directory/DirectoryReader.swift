import Conversation
import Directory
import Expressions

/// Reads the files in `directory/`: `regions.csv`, and one file for each kind of office.
struct DirectoryReader {
    private static let folder = "directory/"
    private static let regions = "directory/regions.csv"
    private static let ending = ".csv"

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
    private var tags: [String] {
        [languages[own].tag] + languages.indices.filter { $0 != own }.map { languages[$0].tag }
    }

    private func regions() -> [Region] {
        guard let file = source.files.first(where: { $0.path == Self.regions }) else { return [] }
        let columns = CSVTable.Columns(
            required: ["code", "level"],
            optional: ["parent", "pinyin", "aliases", "postcode", "lat", "lon", "source", "checked"], texts: ["name"],
            languages: tags)
        let shown = source.shown(file.path)
        guard let table = CSVTable(file.content, file: shown, columns: columns, log: log) else { return [] }
        let rows = Array(table)
        var seen: Set<String> = []
        let regions = rows.compactMap { region($0, &seen) }
        RegionParentCheck(rows: rows, regions: regions, log: log).check()
        return regions
    }

    private func region(_ row: CSVTable.Row, _ seen: inout Set<String>) -> Region? {
        guard let code = row.text("code"), let level = row.text("level") else { return nil }
        if !seen.insert(code).inserted {
            log.error("duplicate-row", "the code '\(code)' is used twice", at: row.position(of: "code"))
        }
        guard let rung = Region.Level(rawValue: level) else {
            let known = Region.Level.allCases.map(\.rawValue)
            log.error(
                "csv-value", "there is no level '\(level)'", at: row.position(of: "level"),
                suggestion: nearest(to: level, among: known).map { "did you mean '\($0)'?" }
                    ?? "levels: \(known.joined(separator: ", "))")
            return nil
        }
        if row.text("name:\(tags[0])") == nil {
            log.error("csv-value", "a region needs a name", at: row.position(of: "name:\(tags[0])"))
        }
        for postcode in row.list("postcode") where !postcode.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            log.error(
                "csv-value", "the postcode '\(postcode)' has more than digits", at: row.position(of: "postcode"),
                suggestion: "write the digits that postcodes of this place begin with")
        }
        _ = row.day("checked", log)
        return Region(
            code: code, parent: row.text("parent"), level: rung, names: row.wordings("name"),
            pinyin: row.list("pinyin"),
            aliases: row.list("aliases"), postcodes: row.list("postcode"), coordinates: row.coordinates(log))
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
        let columns = CSVTable.Columns(
            required: ["id", "source", "checked"],
            optional: ["region", "phone", "lat", "lon", "sample", "from", "to"],
            texts: ["name", "address", "hours", "note"], languages: tags, reserved: Self.reserved)
        guard let table = CSVTable(file.content, file: shown, columns: columns, log: log) else { return [] }
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

    /// What a column of the pack's own may not be called.
    private static let reserved = Set(Service.Field.allCases.map(\.rawValue) + ["lat", "lon", "sample"])
}
