/// A table as it may be shown: with every sum, but without counts that are so small that they would tell of people, nor
/// so many others that these could be worked out.
///
/// The sums must be at least as large as what may be shown, which `Crosstab.merged` sees to. A count that is not shown may
/// be any number from 0 on, also for whoever knows these rules.
package struct Disclosure: Hashable, Sendable {
    /// The table; whoever shows it leaves out what is hidden.
    package let table: Crosstab
    /// The counts that are not shown, row by row.
    package private(set) var isHidden: [[Bool]]
    /// The least count that is shown, beside 0.
    package let least: Int

    package init(_ table: Crosstab, least: Int) {
        self.table = table
        self.least = least
        isHidden = table.counts.map { row in row.map { $0 > 0 && $0 < least } }
        // What is hidden later leaves only more numbers open, so that each is looked at once.
        for cell in smallCells {
            while isDetermined(cell), let other = companion(of: cell) { isHidden[other.row][other.column] = true }
        }
    }

    private init(_ table: Crosstab, isHidden: [[Bool]], least: Int) {
        (self.table, self.isHidden, self.least) = (table, isHidden, least)
    }

    /// The same with rows for columns.
    package var turned: Disclosure {
        let hidden = table.columns.indices.map { column in isHidden.map { $0[column] } }
        return Disclosure(table.turned, isHidden: hidden, least: least)
    }

    /// A count where it may be shown.
    package func count(_ row: Int, _ column: Int) -> Int? {
        isHidden[row][column] ? nil : table.counts[row][column]
    }

    /// A place in the table.
    private struct Cell: Hashable {
        let row: Int
        let column: Int
    }

    private var smallCells: [Cell] {
        cells.filter { table.counts[$0.row][$0.column] > 0 && table.counts[$0.row][$0.column] < least }
    }

    private var cells: [Cell] {
        table.rows.indices.flatMap { row in table.columns.indices.map { Cell(row: row, column: $0) } }
    }

    /// The count to hide beside one that could be worked out: the smallest of its row, else of its column; 0 comes last,
    /// because it tells of nobody.
    private func companion(of cell: Cell) -> Cell? {
        let shown = cells.filter { !isHidden[$0.row][$0.column] }
        let own = [shown.filter { $0.row == cell.row }, shown.filter { $0.column == cell.column }]
        // Where all of a row and of a column is hidden, it is what stands between them that gives the rest away.
        let candidates = own.first { !$0.isEmpty } ?? shown
        return candidates.min { weight($0) < weight($1) }
    }

    private func weight(_ cell: Cell) -> Int {
        let count = table.counts[cell.row][cell.column]
        return count == 0 ? .max : count
    }

    /// Whether the shown counts and the sums leave one number only for a hidden count.
    ///
    /// It may be one more or one less exactly if other hidden counts can make up for it: a walk that changes one count of
    /// each column and row in turn, one down, the next up, and comes back. These walks are the cycles of the residual
    /// network of a transportation problem (Ahuja, Magnanti, Orlin: Network Flows, 1993, chapter 3.5).
    private func isDetermined(_ cell: Cell) -> Bool {
        !canChange(cell, isRaised: true) && !canChange(cell, isRaised: false)
    }

    private func canChange(_ cell: Cell, isRaised: Bool) -> Bool {
        guard isRaised || table.counts[cell.row][cell.column] > 0 else { return false }
        var (reached, open): (Set<Int>, [Int]) = ([cell.column], [cell.column])
        while let column = open.popLast() {
            for row in table.rows.indices {
                guard Cell(row: row, column: column) != cell, mayMove(row, column, isRaised: !isRaised) else {
                    continue
                }
                if row == cell.row { return true }
                for next in table.columns.indices where next != column && mayMove(row, next, isRaised: isRaised) {
                    if reached.insert(next).inserted { open.append(next) }
                }
            }
        }
        return false
    }

    /// Whether a count is hidden and may be one more or one less.
    private func mayMove(_ row: Int, _ column: Int, isRaised: Bool) -> Bool {
        isHidden[row][column] && (isRaised || table.counts[row][column] > 0)
    }
}
