import ContentFiles

/// Tells what became of a table's rows in the rules.
struct FigureReport {
    let plan: FigurePlan
    let sheet: Sheet
    /// The pack's folder.
    let folder: String
    let isWritten: Bool

    private var rows: RowReport { RowReport(rows: plan.rows, sheet: sheet) }
    private var isBad: Bool { ImportTally(plan.rows).refused > 0 }

    /// For a file: a line for each row, in the table's order.
    var everyRow: String { (rows.everyRow + [rows.counts]).joined(separator: "\n") + "\n" }

    /// For the screen: what is to be mended, what is added where, and the counts.
    func summary(for terminal: Terminal, report: String?) -> String {
        var lines = [rows.reading] + rows.faults(for: terminal, isWritten: report != nil)
        for file in plan.files { lines += ["\(folder)/\(file.path):"] + file.lines.map { "  + \($0)" } }
        lines.append(terminal.painted(rows.counts, isBad ? .red : .green))
        lines.append(ending)
        return lines.joined(separator: "\n") + "\n"
    }

    private var ending: String {
        if plan.files.isEmpty { return "the rules stay as they are" }
        let files = plan.files.count.counted("file")
        guard isWritten else { return "\(files) would be changed: --write does it" }
        return "\(files) changed; 'waymark check' and 'waymark test' say whether all is well"
    }
}
