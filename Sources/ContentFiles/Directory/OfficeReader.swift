import Directory
import Expressions

/// Reads one office.
struct OfficeReader {
    /// A longer name does not fit a line of a menu on a USSD screen beside others.
    private static let longestName = 60

    let kind: String
    let codes: Set<String>
    let language: String
    /// The columns of the pack's own.
    let own: [OwnColumn]
    /// Their names: one list that all offices share.
    let ownNames: [String]
    let log: DiagnosticLog

    /// The office of a row, its own columns as texts: their types are only known when all rows are.
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
        let (from, to) = (row.day("from", log), row.day("to", log))
        if let from, let to, to < from {
            log.error(
                "csv-value", "the last day is before the first", at: row.position(of: "to"),
                suggestion: "'from' and 'to' are the days between which it can be used")
        }
        return Service(
            id: id, kind: kind, region: row.text("region"), names: row.wordings("name"),
            addresses: row.wordings("address"), opening: opening(row), hours: row.wordings("hours"),
            notes: row.wordings("note"), phone: row.text("phone"), coordinates: row.coordinates(log), source: source,
            checked: checked,
            isSample: isSample(row), from: from, to: to,
            own: OwnFields(names: ownNames, entries: own.map { entry($0, row) }))
    }

    private func entry(_ column: OwnColumn, _ row: CSVTable.Row) -> OwnFields.Entry? {
        guard column.isWorded else { return row.text(column.name).map { .value(.text($0)) } }
        let wordings = row.wordings(column.name)
        return wordings.versions.isEmpty ? nil : .worded(wordings)
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
