import Evidence
import TestSupport
import Testing

struct DisclosureTests {
    /// Tables that are small enough to try out every other one with the same sums.
    private static func random(_ random: inout SplitMix64) -> Crosstab {
        let (height, width) = (Int.random(in: 1...3, using: &random), Int.random(in: 1...3, using: &random))
        let counts = (0..<height).map { _ in (0..<width).map { _ in Int.random(in: 0...6, using: &random) } }
        return Crosstab(rows: (0..<height).map { "r\($0)" }, columns: (0..<width).map { "c\($0)" }, counts: counts)
    }

    @Test(arguments: 0..<600) func `no small count can be worked out of what is shown`(seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let least = Int.random(in: 2...4, using: &generator)
        guard let table = Self.random(&generator).merged(least: least) else { return }
        let shown = Disclosure(table, least: least)
        let values = Solutions(shown).values
        for row in table.rows.indices {
            for column in table.columns.indices {
                let count = table.counts[row][column]
                if let told = shown.count(row, column) {
                    #expect(told == count && (count == 0 || count >= least))
                } else if count > 0, count < least {
                    #expect(values[row][column].count > 1, "\(table.counts) at \(row), \(column), least \(least)")
                }
            }
        }
    }

    @Test(arguments: 0..<300) func `no sum is small, and nothing is lost where rows stand together`(seed: Int) {
        var generator = SplitMix64(seed: UInt64(seed))
        let table = Self.random(&generator)
        let least = Int.random(in: 2...9, using: &generator)
        guard let merged = table.merged(least: least) else {
            #expect(table.sum < least)
            return
        }
        #expect(merged.sum == table.sum)
        #expect(merged.rowSums.allSatisfy { $0 >= least || $0 == 0 })
        #expect(merged.columnSums.allSatisfy { $0 >= least || $0 == 0 })
    }

    @Test func `one small count of a row hides another of it, and so on in their columns`() {
        let table = Crosstab(
            rows: ["wages", "school"], columns: ["finished", "expired"], counts: [[40, 3], [25, 60]])
        let shown = Disclosure(table, least: 10)
        #expect(shown.isHidden == [[true, true], [true, true]])
        let calm = Disclosure(
            Crosstab(rows: ["wages", "school"], columns: ["a", "b"], counts: [[40, 0], [25, 60]]), least: 10)
        #expect(calm.isHidden == [[false, false], [false, false]])
    }

    @Test(arguments: [
        ([40, 12, 30], [true, true, true]), ([40, 3, 30], [true, false, false]), ([40, 6, 5], [true, false, false]),
        ([40, 0, 30], [true, false, true]), ([3, 4], [false, false]), ([], []),
    ]) func `small counts stand together, and never one alone`(counts: [Int], isAlone: [Bool]) {
        #expect(Grouping.standingAlone(counts, least: 10) == isAlone)
    }

    @Test func `entries are added up in the order of their names`() {
        let table = Crosstab([("b", "y", 2), ("a", "x", 1), ("b", "y", 3), ("c", "z", 0)])
        #expect(table == Crosstab(rows: ["a", "b"], columns: ["x", "y"], counts: [[1, 0], [0, 5]]))
    }
}

/// Every table of numbers from 0 on that has what is shown and the same sums.
private struct Solutions {
    /// The numbers that each count has in one of them.
    private(set) var values: [[Set<Int>]]
    private let shown: Disclosure

    init(_ shown: Disclosure) {
        self.shown = shown
        let (height, width) = (shown.table.rows.count, shown.table.columns.count)
        values = Array(repeating: Array(repeating: [], count: width), count: height)
        var trial = shown.table.counts
        fill(0, &trial, columns: shown.table.columnSums, row: shown.table.rowSums.first ?? 0)
    }

    private mutating func fill(_ place: Int, _ trial: inout [[Int]], columns: [Int], row rest: Int) {
        let width = shown.table.columns.count
        guard place < trial.count * width else {
            guard columns.allSatisfy({ $0 == 0 }) else { return }
            for (row, counts) in trial.enumerated() {
                for (column, count) in counts.enumerated() { values[row][column].insert(count) }
            }
            return
        }
        let (row, column) = (place / width, place % width)
        let isLast = column == width - 1
        let most = min(rest, columns[column])
        let choices = shown.count(row, column).map { [$0] } ?? (isLast ? [rest] : Array(0...most))
        for choice in choices where choice <= most && (!isLast || choice == rest) {
            trial[row][column] = choice
            var left = columns
            left[column] -= choice
            let next = isLast && row + 1 < trial.count ? shown.table.rowSums[row + 1] : rest - choice
            fill(place + 1, &trial, columns: left, row: next)
        }
    }
}
