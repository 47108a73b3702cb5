/// How often things of two kinds came together, such as topics and places.
package struct Crosstab: Hashable, Sendable {
    /// The name of a row or column in which small ones stand together.
    package static let together = "*"

    /// The names of the rows and of the columns.
    package let rows: [String]
    package let columns: [String]
    /// The counts, row by row.
    package let counts: [[Int]]

    package init(rows: [String], columns: [String], counts: [[Int]]) {
        self.rows = rows
        self.columns = columns
        self.counts = counts
    }

    /// Adds up what came together; rows and columns are in the order of their names.
    package init(_ entries: [(row: String, column: String, count: Int)]) {
        var sums: [String: [String: Int]] = [:]
        for entry in entries where entry.count > 0 {
            sums[entry.row, default: [:]][entry.column, default: 0] += entry.count
        }
        rows = sums.keys.sorted()
        let columns = Set(sums.values.flatMap(\.keys)).sorted()
        self.columns = columns
        counts = rows.map { row in columns.map { sums[row]?[$0] ?? 0 } }
    }

    /// The sum of each row.
    package var rowSums: [Int] { counts.map { $0.reduce(0, +) } }
    /// The sum of each column.
    package var columnSums: [Int] { columns.indices.map { column in counts.reduce(0) { $0 + $1[column] } } }
    /// The sum of everything.
    package var sum: Int { rowSums.reduce(0, +) }

    /// The same with rows for columns.
    package var turned: Crosstab {
        Crosstab(rows: columns, columns: rows, counts: columns.indices.map { column in counts.map { $0[column] } })
    }

    /// The table with small rows put together, so that the sum of each is at least so much where that of all is.
    package func mergingRows(_ least: Int) -> Crosstab {
        let isAlone = Grouping.standingAlone(rowSums, least: least)
        guard isAlone.contains(false) else { return self }
        let alone = rows.indices.filter { isAlone[$0] }
        let others = rows.indices.filter { !isAlone[$0] }
        let sums = columns.indices.map { column in others.reduce(0) { $0 + counts[$1][column] } }
        return Crosstab(
            rows: alone.map { rows[$0] } + [Self.together], columns: columns, counts: alone.map { counts[$0] } + [sums])
    }
}

/// Which counts may be told by themselves, and which only together with others.
package enum Grouping {
    /// Whether each count stands alone. The others are at least so much together: the smallest ones that could stand alone
    /// join them where they are not, because a sum so small would tell of people, too.
    package static func standingAlone(_ counts: [Int], least: Int) -> [Bool] {
        var isAlone = counts.map { $0 >= least }
        var together = counts.filter { $0 < least }.reduce(0, +)
        while together > 0, together < least,
            let smallest = counts.indices.filter({ isAlone[$0] }).min(by: { counts[$0] < counts[$1] })
        {
            isAlone[smallest] = false
            together += counts[smallest]
        }
        return isAlone
    }
}
