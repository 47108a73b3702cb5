extension NodesFigures {
    /// What was measured, as a table in Markdown.
    var table: String {
        let head = """
            | | turns/s | p50 | p99 | CPU of gateways | CPU of PostgreSQL | WAL | transactions | in its transaction | turns in a commit |
            |---|---|---|---|---|---|---|---|---|---|
            """
        let rival = pgbench.map { line in
            "| pgbench | \(line.perSecond.round) | | | | \(line.postgres?.time ?? "") | \(line.log.round) bytes | 1 | | 1 |"
        }
        let rows = [head] + gateways.map(\.row) + [rival].compactMap { $0 }
        return rows.joined(separator: "\n")
    }
}

extension NodesLine {
    fileprivate var row: String {
        let cells = [
            title, perSecond.round, p50.time, p99.time, processor.time, postgres?.time ?? "", log.round + " bytes",
            Figures.rounded(transactions.median, 2), held.time, Figures.rounded(group.median, 1),
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }
}

extension Spread {
    fileprivate var round: String { Figures.rounded(median, 0) }

    fileprivate var time: String { Figures.microseconds(median) }
}
