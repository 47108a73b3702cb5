import Entitlements
import Expressions

/// A row of a figure as a rule's file has it.
struct FigureRow: Hashable {
    /// What tells rows of all rules apart: only one may hold for a place from a day on.
    struct Key: Hashable {
        let rule: String
        let parameter: String
        let region: RegionCode
        let from: CalendarDate

        /// How people read it.
        var text: String { "\(rule) \(parameter) \(region) \(from.iso)" }
    }

    let row: RuleParameter.Row
    /// For those who edit it; nil where it has none.
    let note: String?
    /// Where it stands, in a rule's file or in a table.
    let position: Position

    /// The columns in which another row of the same key says something else; a note that it leaves out counts as the same.
    func differences(from other: FigureRow) -> [String] {
        var names: [String] = []
        if row.days.to != other.row.days.to { names.append("to") }
        if row.value != other.row.value { names.append("value") }
        if row.law != other.row.law { names.append("law") }
        if row.status != other.row.status { names.append("status") }
        if let note, note != other.note { names.append("note") }
        return names
    }

    /// What a rule's file says of it.
    ///
    /// - Parameter country: Where the rule holds, which a row does not repeat.
    func written(in country: RegionCode) -> Object {
        var written: Object = ["from": .date(row.days.from)]
        if let to = row.days.to { written["to"] = .date(to) }
        if row.region != country { written["region"] = .text(row.region.description) }
        written["value"] = row.value
        written["law"] = .text(row.law)
        if row.status != .confirmed { written["status"] = .text(row.status.rawValue) }
        if let note { written["note"] = .text(note) }
        return written
    }
}
