import ContentFiles

/// Tells what became of a table's rows.
struct ImportReport {
    /// More refused rows than this nobody reads on a screen.
    private static let most = 20

    let plan: ImportPlan
    let sheet: Sheet
    /// The file that is changed.
    let target: String
    let isDryRun: Bool

    /// For a file: a line for each row, in the table's order, and one for each line that only the directory has.
    var everyRow: String {
        let rows = plan.rows.flatMap { row -> [String] in
            let place = "\(sheet.file):\(row.line)"
            return switch row.change {
            case .new: ["\(place): new '\(row.key)'"]
            case .changed(let columns): ["\(place): changed '\(row.key)': \(columns.joined(separator: ", "))"]
            case .unchanged: ["\(place): unchanged '\(row.key)'"]
            case .refused(let faults): faults.map { "\($0)" }
            }
        }
        let gone = plan.gone.map { "\(target): \(plan.dropsGone ? "dropped" : "kept, not in the table"): '\($0)'" }
        return (rows + gone + [counts]).joined(separator: "\n") + "\n"
    }

    /// For the screen: what is to be mended, and the counts.
    func summary(for terminal: Terminal, report: String?) -> String {
        let faults =
            plan.faults
            + plan.rows.flatMap { row -> [Diagnostic] in
                if case .refused(let faults) = row.change { faults } else { [] }
            }
        var lines = [reading] + plan.leftOut.map { "the column '\($0.name)' is left out (\($0.advice); or use --map)" }
        lines += faults.prefix(Self.most).map { $0.line(for: terminal) }
        if faults.count > Self.most {
            lines.append("\(faults.count - Self.most) more" + (report == nil ? ": --report FILE writes them all" : ""))
        }
        lines.append(terminal.painted(counts, plan.refused > 0 || !plan.faults.isEmpty ? .red : .green))
        lines.append(ending)
        return lines.joined(separator: "\n") + "\n"
    }

    private var reading: String {
        let separator =
            switch sheet.separator {
            case .comma: "commas"
            case .semicolon: "semicolons"
            case .tab: "tabs"
            }
        return "\(sheet.file): \(plan.rows.count.counted("row")), read as \(sheet.encoding.rawValue) with \(separator)"
    }

    private var counts: String {
        var new = 0
        var changed = 0
        var unchanged = 0
        for row in plan.rows {
            switch row.change {
            case .new: new += 1
            case .changed: changed += 1
            case .unchanged: unchanged += 1
            case .refused: break
            }
        }
        let gone =
            plan.gone.isEmpty ? "" : ", \(plan.gone.count) \(plan.dropsGone ? "dropped" : "only in the directory")"
        return "\(new) new, \(changed) changed, \(unchanged) unchanged, \(plan.refused) refused" + gone
    }

    private var ending: String {
        guard plan.faults.isEmpty else { return "\(target) is as it was: it could not be loaded so" }
        guard plan.changesFile else { return "\(target) stays as it is" }
        guard !isDryRun else { return "\(target) would be changed" }
        return "\(target) is changed; 'waymark check' says whether all is well"
    }
}
