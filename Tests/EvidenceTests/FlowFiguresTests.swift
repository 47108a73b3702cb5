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
                    Self.move(nil, .step("f#ask"), 101), Self.move("f#ask", .step("f#show"), 58),
                    Self.move("f#ask", .over("expired"), 26), Self.move("f#ask", .over("stopped"), 2),
                    Self.move("f#show", .over("finished"), 38), Self.move("f#show", .elsewhere, 20),
                ], least: 10))
        #expect(
            figures.steps == ["f#ask", "f#show"] && figures.ends == ["elsewhere", "expired", "finished", "waiting"])
        #expect(figures.arrived("f#ask") == 100 && figures.arrived("f#show") == 60)
        #expect(figures.ends.map { figures.left("f#ask", by: $0) } == [nil, 30, nil, 20])
        #expect(figures.wentOn("f#ask") == 60 && figures.wentOn("f#show") == nil)
    }

    /// There is one way only from the first step to the second, and whoever knows the flow knows that.
    @Test(arguments: 1...9) func `few that were lost between two steps cannot be told from how many came to each`(
        lost: Int
    ) throws {
        var differences: Set<Int> = []
        for came in 100...130 {
            let figures = try #require(
                FlowFigures(
                    [
                        Self.move(nil, .step("f#a"), came), Self.move("f#a", .step("f#b"), came - lost),
                        Self.move("f#a", .over("expired"), lost), Self.move("f#b", .over("finished"), came - lost),
                    ], least: 10))
            #expect(figures.left("f#a", by: "expired") == nil)
            let (first, second) = (try #require(figures.arrived("f#a")), try #require(figures.arrived("f#b")))
            differences.insert(first - second)
        }
        // The same two differences are shown whatever was lost.
        #expect(differences == [0, 10])
    }

    @Test func `a step that few came to is left out, and a flow that few came to tells nothing`() throws {
        let moves = [
            Self.move(nil, .step("f#a"), 100), Self.move("f#a", .step("f#b"), 4), Self.move("f#a", .step("f#c"), 10),
            Self.move("f#b", .over("finished"), 4), Self.move("f#c", .over("finished"), 10),
        ]
        let figures = try #require(FlowFigures(moves, least: 10))
        #expect(figures.steps == ["f#a", "f#c"] && figures.arrived("f#b") == nil && figures.arrived("f#c") == 10)
        #expect(FlowFigures(moves, least: 101) == nil)
        #expect(FlowFigures([], least: 3) == nil)
    }

    @Test func `languages stand beside each other, and one that few used is left out`() throws {
        let figures = try #require(
            FlowFigures(
                [
                    Self.move(nil, .step("f#a"), 52), Self.move(nil, .step("f#a"), 30, in: "en"),
                    Self.move(nil, .step("f#a"), 4, in: "zh"), Self.move("f#a", .over("finished"), 86),
                ], least: 10))
        #expect(figures.languages == ["en", "sw"] && figures.arrived("f#a") == 90)
        #expect(figures.languages.map { figures.arrived("f#a", in: $0) } == [30, 50])
        #expect(figures.arrived("f#a", in: "zh") == nil)
    }

    @Test(arguments: 0..<200) func `nothing that is told is small or exact`(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let steps = (0..<Int.random(in: 1...6, using: &random)).map { "f#\($0)" }
        let least = Int.random(in: 3...12, using: &random)
        var moves: [Move] = []
        for _ in 0..<Int.random(in: 1...80, using: &random) {
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
        for step in steps {
            let told =
                [figures.arrived(step), figures.wentOn(step)] + figures.ends.map { figures.left(step, by: $0) }
                + figures.languages.map { figures.arrived(step, in: $0) }
            #expect(told.compactMap(\.self).allSatisfy { $0 >= least && $0.isMultiple(of: least) })
        }
    }
}
