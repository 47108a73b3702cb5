package import Evidence
package import Storage

/// What is told of the conversations that ended in a month.
package struct EvidenceReport: Hashable, Sendable {
    /// Counts of conversations by two of their aspects.
    package struct Table: Hashable, Sendable {
        package let rows: Aspect
        package let columns: Aspect
        package let counts: ToldTable
    }

    /// What stands in the rows and in the columns of each table.
    private static let pairs: [(rows: Aspect, columns: Aspect)] = [
        (.flow, .outcome), (.place, .flow), (.flow, .language), (.language, .outcome), (.place, .outcome),
    ]

    /// `2026-11`, by UTC.
    package let month: String
    /// None where the month has too few conversations to tell anything.
    package let tables: [Table]

    /// - Parameter least: The least number of conversations that is told.
    package init(_ counts: [NeedCount], month: String, least: Int) {
        self.month = month
        tables = Self.pairs.compactMap { rows, columns in
            let entries = counts.map { (row: rows.of($0), column: columns.of($0), count: $0.total) }
            return ToldTable(Crosstab(entries), least: least).map { Table(rows: rows, columns: columns, counts: $0) }
        }
    }

    /// The table of two aspects; nil where it tells nothing.
    package func table(_ rows: Aspect, _ columns: Aspect) -> ToldTable? {
        tables.first { $0.rows == rows && $0.columns == columns }?.counts
    }
}
