import Evidence
import TestSupport
import Testing

struct FlowFiguresTests {
    private typealias Move = FlowFigures.Move

    private static func move(
        _ from: String?, _ end: FlowFigures.End, _ count: Int, in language: String = "sw"
    ) -> Move {
        Move(from: from, end: end, language: language, count: count)
    }

    @Test func `of each step it is told how many came, went on and left in each way`() throws {
        let figures = try #require(
            FlowFigures(
                [
                    Self.move(nil, .step("f#ask"), 100), Self.move("f#ask", .step("f#show"), 60),
                    Self.move("f#ask", .over("expired"), 25), Self.move("f#show", .over("finished"), 40),
                    Self.move("f#show", .elsewhere, 20),
                ], least: 10))
        #expect(figures.arrived("f#ask") == 100 && figures.arrived("f#show") == 60)
        #expect(figures.ends == ["elsewhere", "expired", "finished", "waiting"])
        #expect(figures.ends.map { figures.left("f#ask", by: $0) } == [0, 25, 0, 15])
        #expect(figures.wentOn("f#ask") == 60 && figures.wentOn("f#show") == 0)
    }

    /// 97 of 100 went on: whoever knows both knows that 3 did not.
    @Test func `how many were lost between two steps cannot be had from how many came to each`() throws {
        let figures = try #require(
            FlowFigures(
                [
                    Self.move(nil, .step("f#a"), 100), Self.move("f#a", .step("f#b"), 97),
                    Self.move("f#a", .over("expired"), 3), Self.move("f#b", .over("finished"), 80),
                    Self.move("f#b", .over("expired"), 17),
                ], least: 10))
        #expect(figures.arrived("f#a") == 100 && figures.arrived("f#b") == 97)
        #expect(figures.left("f#a", by: "expired") == nil)
        let row = try #require(figures.moves.table.rows.firstIndex(of: "f#a"))
        let column = try #require(figures.moves.table.columns.firstIndex(of: "f#b"))
        #expect(figures.moves.count(row, column) == nil && figures.wentOn("f#a") == nil)
    }

    @Test func `steps that few came to stand together, and a flow that few came to tells nothing`() throws {
        let moves = [
            Self.move(nil, .step("f#a"), 100), Self.move("f#a", .step("f#b"), 4), Self.move("f#a", .step("f#c"), 8),
            Self.move("f#b", .over("finished"), 4), Self.move("f#c", .over("finished"), 8),
            Self.move("f#a", .over("finished"), 88),
        ]
        let figures = try #require(FlowFigures(moves, least: 10))
        #expect(figures.arrived("f#b") == nil && figures.arrived(Crosstab.together) == 12)
        #expect(FlowFigures(moves, least: 101) == nil)
        #expect(FlowFigures([], least: 3) == nil)
    }

    @Test func `languages stand beside each other with the same arrivals`() throws {
        let figures = try #require(
            FlowFigures(
                [
                    Self.move(nil, .step("f#a"), 50), Self.move(nil, .step("f#a"), 30, in: "en"),
                    Self.move(nil, .step("f#a"), 4, in: "zh"), Self.move("f#a", .over("finished"), 84),
                ], least: 10))
        #expect(figures.languages.table.columns == ["*", "sw"])
        #expect(figures.languages.table.rowSums == [84] && figures.languages.table.counts == [[34, 50]])
    }

    @Test(arguments: 0..<300) func `no sum that is told is small`(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let steps = (0..<Int.random(in: 1...6, using: &random)).map { "f#\($0)" }
        let least = Int.random(in: 2...9, using: &random)
        var moves: [Move] = []
        for _ in 0..<Int.random(in: 1...60, using: &random) {
            var at = steps.randomElement(using: &random) ?? ""
            moves.append(Self.move(nil, .step(at), 1, in: Bool.random(using: &random) ? "en" : "sw"))
            while let next = steps.randomElement(using: &random), Int.random(in: 0...3, using: &random) > 0 {
                moves.append(Self.move(at, .step(next), 1))
                at = next
            }
            let ends: [FlowFigures.End?] = [.elsewhere, .over("finished"), .over("expired"), nil]
            if let end = ends.randomElement(using: &random) ?? nil { moves.append(Self.move(at, end, 1)) }
        }
        guard let figures = FlowFigures(moves, least: least) else { return }
        for table in [figures.moves.table, figures.languages.table] {
            #expect((table.rowSums + table.columnSums).allSatisfy { $0 >= least })
        }
        for step in figures.moves.table.rows where step != FlowFigures.elsewhere {
            let column = figures.moves.table.columns.firstIndex(of: step)
            #expect(column.map { figures.moves.table.columnSums[$0] } == figures.arrived(step))
        }
    }
}
