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
    let log: DiagnosticLog

    func read() -> Directory {
        let regions = regions()
        let codes = Set(regions.map(\.code))
        var ids: Set<String> = []
        var services: [Service] = []
        for file in source.files where isOffices(file.path) {
            services += offices(in: file, codes, &ids)
        }
        return regions.isEmpty && services.isEmpty ? .empty : Directory(regions: regions, services: services)
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
        var seen: Set<String> = []
        let regions = table.rows.compactMap { row in region(row, &seen) }
        for (row, parent) in table.rows.compactMap({ row in row.text("parent").map { (row, $0) } })
        where !seen.contains(parent) {
            log.error(
                "unknown-region", "there is no region with the code '\(parent)'", at: row.position(of: "parent"),
                suggestion: "add it to this file")
        }
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
            texts: ["name", "address", "hours", "note"], languages: tags)
        guard let table = CSVTable(file.content, file: shown, columns: columns, log: log) else { return [] }
        let reader = OfficeReader(kind: kind, codes: codes, language: tags[0], log: log)
        return table.rows.compactMap { reader.read($0, &ids) }
    }
}

/// Reads one office.
private struct OfficeReader {
    /// A longer name does not fit a line of a menu on a USSD screen beside others.
    private static let longestName = 60

    let kind: String
    let codes: Set<String>
    let language: String
    let log: DiagnosticLog

    func read(_ row: CSVTable.Row, _ ids: inout Set<String>) -> Service? {
        guard let id = row.text("id"), let source = row.text("source"), let checked = row.day("checked", log) else {
            return nil
        }
        if !ids.insert(id).inserted {
            log.error("duplicate-row", "the id '\(id)' is used twice", at: row.position(of: "id"))
        }
        checkPlace(row)
        checkName(row)
        checkPhone(row)
        return Service(
            id: id, kind: kind, region: row.text("region"), names: row.wordings("name"),
            addresses: row.wordings("address"), hours: row.wordings("hours"), notes: row.wordings("note"),
            phone: row.text("phone"), coordinates: row.coordinates(log), source: source, checked: checked,
            isSample: isSample(row), from: row.day("from", log), to: row.day("to", log))
    }

    private func checkPlace(_ row: CSVTable.Row) {
        guard let region = row.text("region"), !codes.contains(region) else { return }
        log.error(
            "unknown-region", "there is no region with the code '\(region)'", at: row.position(of: "region"),
            suggestion: "take a code of regions.csv, or leave it empty for an office that serves everyone")
    }

    private func checkName(_ row: CSVTable.Row) {
        let column = "name:\(language)"
        guard let name = row.text(column) else {
            return log.error("csv-value", "an office needs a name", at: row.position(of: column))
        }
        guard name.count > Self.longestName else { return }
        log.error(
            "csv-value", "the name is longer than \(Self.longestName) characters", at: row.position(of: column),
            suggestion: "it stands on one line of a menu; put the rest into 'note'")
    }

    /// A number as it is dialled: digits, with `+`, `-`, spaces and brackets between them.
    private func checkPhone(_ row: CSVTable.Row) {
        guard let phone = row.text("phone") else { return }
        let digits = phone.filter { $0.isASCII && $0.isNumber }.count
        guard !(3...18).contains(digits) || !phone.allSatisfy({ $0.isASCII && ($0.isNumber || "+-() ".contains($0)) })
        else { return }
        log.error(
            "csv-value", "'\(phone)' cannot be dialled", at: row.position(of: "phone"),
            suggestion: "write one number with its digits, for example 021-12348")
    }

    private func isSample(_ row: CSVTable.Row) -> Bool {
        switch row.text("sample") {
        case nil, "no": return false
        case "yes": return true
        case let other?:
            log.error("csv-value", "'sample' must be yes or no, not '\(other)'", at: row.position(of: "sample"))
            return true
        }
    }
}
