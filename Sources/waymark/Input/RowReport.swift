import ContentFiles

/// Tells what became of a table's rows, whatever they are brought into.
struct RowReport {
    /// More refused rows than this nobody reads on a screen.
    private static let most = 20

    let rows: [ImportPlan.Row]
    let sheet: Sheet

    /// A line for each row, in the table's order; of a refused row one for each reason.
    var everyRow: [String] {
        rows.flatMap { row -> [String] in
            let place = "\(sheet.file):\(row.line)"
            return switch row.change {
            case .new: ["\(place): new '\(row.key)'"]
            case .changed(let columns): ["\(place): changed '\(row.key)': \(columns.joined(separator: ", "))"]
            case .unchanged: ["\(place): unchanged '\(row.key)'"]
            case .refused(let faults): faults.map { "\($0)" }
            }
        }
    }

    /// How the table was read.
    var reading: String {
        let separator =
            switch sheet.separator {
            case .comma: "commas"
            case .semicolon: "semicolons"
            case .tab: "tabs"
            }
        return "\(sheet.file): \(rows.count.counted("row")), read as \(sheet.encoding.rawValue) with \(separator)"
    }

    /// How many rows became what.
    var counts: String {
        let tally = ImportTally(rows)
        return "\(tally.new) new, \(tally.changed) changed, \(tally.unchanged) unchanged, \(tally.refused) refused"
    }

    /// What is to be mended, as much of it as a screen shows.
    ///
    /// - Parameters:
    ///   - more: What is wrong beside the rows; it comes first.
    ///   - isWritten: Whether all of it stands in a file.
    func faults(_ more: [Diagnostic] = [], for terminal: Terminal, isWritten: Bool) -> [String] {
        let faults =
            more
            + rows.flatMap { row -> [Diagnostic] in
                if case .refused(let faults) = row.change { faults } else { [] }
            }
        var lines = faults.prefix(Self.most).map { $0.line(for: terminal) }
        if faults.count > Self.most {
            lines.append("\(faults.count - Self.most) more" + (isWritten ? "" : ": --report FILE writes them all"))
        }
        return lines
    }
}
