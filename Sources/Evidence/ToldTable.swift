/// A table as it may be told: small rows and columns stand together, and every count and every sum is rounded by itself.
package struct ToldTable: Hashable, Sendable {
    /// The names of the rows and of the columns, in the order of their names; `Crosstab.together` where small ones stand
    /// together.
    package var rows: [String] { table.rows }
    package var columns: [String] { table.columns }
    private let table: Crosstab
    private let rounding: Rounding

    /// - Parameter keepsColumns: Whether small columns are told of, too, although nothing stands in them.
    /// - Returns: Nil where all together is too small to tell anything.
    package init?(_ table: Crosstab, least: Int, keepsColumns: Bool = false) {
        guard table.sum >= least else { return nil }
        let merged = table.mergingRows(least)
        self.init(keepsColumns ? merged : merged.turned.mergingRows(least).turned, Rounding(least: least))
    }

    private init(_ table: Crosstab, _ rounding: Rounding) {
        (self.table, self.rounding) = (table, rounding)
    }

    /// The same with rows for columns.
    package var turned: ToldTable { ToldTable(table.turned, rounding) }

    /// A count; nil where it is too small.
    package func count(_ row: Int, _ column: Int) -> Int? { rounding.told(table.counts[row][column]) }

    /// The sum of each row; nil where it is too small.
    package var rowSums: [Int?] { table.rowSums.map(rounding.told) }
    /// The sum of each column; nil where it is too small.
    package var columnSums: [Int?] { table.columnSums.map(rounding.told) }
    /// The sum of everything.
    package var sum: Int? { rounding.told(table.sum) }
}
