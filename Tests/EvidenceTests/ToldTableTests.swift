import Evidence
import TestSupport
import Testing

struct ToldTableTests {
    private static func random(_ random: inout SplitMix64) -> Crosstab {
        let (height, width) = (Int.random(in: 1...4, using: &random), Int.random(in: 1...4, using: &random))
        let counts = (0..<height).map { _ in (0..<width).map { _ in Int.random(in: 0...60, using: &random) } }
        return Crosstab(rows: (0..<height).map { "r\($0)" }, columns: (0..<width).map { "c\($0)" }, counts: counts)
    }

    @Test(arguments: 0..<300) func `nothing that is told is small or exact`(seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let least = Int.random(in: 2...20, using: &generator)
        let table = Self.random(&generator)
        guard let told = ToldTable(table, least: least) else {
            #expect(table.sum < least)
            return
        }
        let counts = told.rows.indices.flatMap { row in told.columns.indices.compactMap { told.count(row, $0) } }
        let all = counts + (told.rowSums + told.columnSums + [told.sum]).compactMap(\.self)
        #expect(all.allSatisfy { $0.isMultiple(of: least) })
        #expect(all.allSatisfy { $0 >= least })
        #expect(abs(try #require(told.sum) - table.sum) <= least / 2)
    }

    /// A small count stands beside a large one: from both sums and the large one, nobody can tell it.
    @Test(arguments: 1...9) func `a small count cannot be told from the sums around it`(small: Int) throws {
        var differences: Set<Int> = []
        for large in 100...119 {
            let table = Crosstab(rows: ["a", "b"], columns: ["x", "y"], counts: [[large, small], [80, 90]])
            let told = try #require(ToldTable(table, least: 10))
            #expect(told.count(0, 1) == nil)
            differences.insert(try #require(told.rowSums[0]) - (try #require(told.count(0, 0))))
        }
        // The same two differences are told whatever it was.
        #expect(differences == [0, 10])
    }

    /// The same people stand in a table by place and in one by language, and both are told.
    @Test func `what stands together in one table is not told exactly by another`() throws {
        let places = try #require(ToldTable(Crosstab([("a", "x", 43), ("a", "y", 4), ("b", "x", 30)]), least: 10))
        let languages = try #require(
            ToldTable(Crosstab([("a", "en", 43), ("a", "sw", 4), ("b", "en", 30)]), least: 10))
        #expect(places.rowSums == [50, 30] && languages.rowSums == [50, 30])
        #expect(places.columns == ["*"] && places.sum == 80)
    }

    @Test func `months stand there without what was counted in them, where that is small`() throws {
        let table = Crosstab(
            rows: ["a", "b", "c"], columns: ["05", "06", "07"], counts: [[9, 0, 12], [4, 0, 0], [3, 0, 4]])
        let told = try #require(ToldTable(table, least: 10, keepsColumns: true))
        #expect(told.rows == ["a", "*"] && told.columns == ["05", "06", "07"])
        #expect(told.columnSums == [20, nil, 20] && told.count(0, 0) == nil && told.count(0, 2) == 10)
    }

    @Test func `rows and columns can be turned`() throws {
        let told = try #require(
            ToldTable(Crosstab(rows: ["a", "b"], columns: ["x", "y"], counts: [[52, 0], [17, 33]]), least: 10))
        #expect(told.turned.rows == ["x", "y"] && told.turned.count(0, 1) == 20 && told.turned.count(1, 0) == nil)
        #expect(told.rowSums == [50, 50] && told.columnSums == [70, 30] && told.sum == 100)
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

    @Test(
        arguments: [(9, 7, nil), (70, 7, 70), (104, 7, 70), (105, 7, 140), (9, 0, nil), (14, 0, 10)]
            as [(Int, Int, Int?)])
    func `an amount is rounded to what so many cost`(amount: Int, unit: Int, told: Int?) {
        #expect(Rounding(least: 10).told(amount, in: unit) == told)
    }
}
