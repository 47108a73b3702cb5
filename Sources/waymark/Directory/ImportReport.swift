import ContentFiles

/// Tells what became of a table's rows in the directory.
struct ImportReport {
    let plan: ImportPlan
    let sheet: Sheet
    /// The file that is changed.
    let target: String
    let isDryRun: Bool

    private var rows: RowReport { RowReport(rows: plan.rows, sheet: sheet) }

    /// For a file: a line for each row, in the table's order, and one for each line that only the directory has.
    var everyRow: String {
        let gone = plan.gone.map { "\(target): \(plan.dropsGone ? "dropped" : "kept, not in the table"): '\($0)'" }
        return (rows.everyRow + gone + [counts]).joined(separator: "\n") + "\n"
    }

    /// For the screen: what is to be mended, and the counts.
    func summary(for terminal: Terminal, report: String?) -> String {
        var lines = [rows.reading]
        lines += plan.leftOut.map { "the column '\($0.name)' is left out (\($0.advice); or use --map)" }
        lines += rows.faults(plan.faults, for: terminal, isWritten: report != nil)
        lines.append(terminal.painted(counts, plan.refused > 0 || !plan.faults.isEmpty ? .red : .green))
        lines.append(ending)
        return lines.joined(separator: "\n") + "\n"
    }

    private var counts: String {
        let gone =
            plan.gone.isEmpty ? "" : ", \(plan.gone.count) \(plan.dropsGone ? "dropped" : "only in the directory")"
        return rows.counts + gone
    }

    private var ending: String {
        guard plan.faults.isEmpty else { return "\(target) is as it was: it could not be loaded so" }
        guard plan.changesFile else { return "\(target) stays as it is" }
        guard !isDryRun else { return "\(target) would be changed" }
        return "\(target) is changed; 'waymark check' says whether all is well"
    }
}
