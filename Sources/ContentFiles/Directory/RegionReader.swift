import Directory
import Expressions

/// Reads one place.
struct RegionReader {
    /// The language that every place must have a name in.
    let language: String
    let log: DiagnosticLog

    func read(_ row: CSVTable.Row, _ seen: inout Set<String>) -> Region? {
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
        if row.text("name:\(language)") == nil {
            log.error("csv-value", "a region needs a name", at: row.position(of: "name:\(language)"))
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
            aliases: row.list("aliases"), postcodes: row.list("postcode"), coordinates: row.coordinates(log),
            replacedBy: row.text("replaced_by"), utcOffset: offset(row))
    }

    private func offset(_ row: CSVTable.Row) -> Int? {
        guard let text = row.text("timezone") else { return nil }
        if let seconds = UTCOffset.seconds(text) { return seconds }
        log.error(
            "csv-value", "'\(text)' is no distance from UTC", at: row.position(of: "timezone"),
            suggestion: "write it as +08:00")
        return nil
    }
}
