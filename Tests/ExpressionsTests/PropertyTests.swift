import Expressions
import FoundationEssentials
import TestSupport
import Testing

struct PropertyTests {
    @Test func `random expressions always have a value, and faults lie in them`() throws {
        let check = TypeCheck(names: ["name": .text, "n": .number, "items": .list, "person.age": .number])
        var random = SplitMix64(seed: 11)
        var kinds: Set<String> = []
        for _ in 0..<5_000 {
            let source = randomSource(depth: 4, &random)
            let expression = try Expression.parse(source)
            let value = evaluation().evaluate(expression)
            for fault in check.check(expression) { #expect(fault.offset + fault.length <= source.count) }
            kinds.insert(value.typeName)
            #expect(value.typeName == "error" || value.typeName == "unknown" || value.text.utf8.count < 100_000)
        }
        #expect(kinds.isSuperset(of: ["text", "number", "boolean", "date", "list", "unknown", "error"]))
    }

    @Test func `random texts never stop the parser`() {
        var random = SplitMix64(seed: 12)
        let pieces =
            Array("()[]{}.,+-*/^&=<>!'\"\\$ 0123456789abinotrduy_é工😀\n").map(String.init) + [
                "and", "not", "in", "2026-03", "max(",
            ]
        var parsed = 0
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...16, using: &random)
            let source = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            do throws(ExpressionFault) {
                let expression = try Expression.parse(source)
                _ = evaluation().evaluate(expression)
                parsed += 1
            } catch {
                #expect((0...source.count).contains(error.offset))
                #expect(error.offset + error.length <= source.count)
            }
            _ = try? Template.parse(source + "${" + source)
        }
        #expect(parsed > 100)
    }

    @Test func `printed numbers read as the same number`() throws {
        var random = SplitMix64(seed: 13)
        for _ in 0..<3_000 {
            let number = Decimal(Int.random(in: -999_999_999...999_999_999, using: &random))
            let scaled = Decimal(sign: .plus, exponent: .random(in: -20...20, using: &random), significand: number)
            #expect(Decimal(plain: Value.number(scaled).text) == scaled)
            #expect(value("(\(Value.number(scaled).text))") == .number(scaled))
        }
    }

    @Test func `what divides and multiplies comes back within 36 digits`() throws {
        var random = SplitMix64(seed: 14)
        for _ in 0..<500 {
            let (left, right) = (Int.random(in: 1...99_999, using: &random), Int.random(in: 1...999, using: &random))
            #expect(value("round(\(left) / \(right) * \(right), 20) = \(left)") == .boolean(true))
            #expect(value("mod(\(left), \(right)) = \(left % right)") == .boolean(true))
            #expect(value("floor(\(left) / \(right)) = \(left / right)") == .boolean(true))
        }
    }

    @Test func `the budget stops what grows`() throws {
        let source = try Expression.parse("repeat(repeat('x', 100), 100) & repeat('y', 10000)")
        #expect(evaluation().evaluate(source).typeName == "text")
        let poor = evaluation(budget: 15_000).evaluate(source)
        #expect(poor == .error(EvaluationFault("the expression takes too many steps")))
        #expect(evaluation(budget: 2).evaluate(try Expression.parse("1 + 1")).typeName == "error")
        #expect(evaluation(budget: 3).evaluate(try Expression.parse("1 + 1")) == .number(2))
    }

    @Test func `the deepest expression is evaluated`() throws {
        let opening = String(repeating: "(", count: 5)
        let closing = String(repeating: String(repeating: "+1", count: 190) + ")", count: 5)
        #expect(value("\(opening)1\(closing)") == .number(951))
    }

    @Test(arguments: Function.all.map(\.name))
    func `each function takes whatever it is given`(name: String) throws {
        var random = SplitMix64(seed: 16)
        let function = try #require(Function.named(name))
        for _ in 0..<40 {
            let count = Int.random(in: function.arity.lowerBound...min(4, function.arity.upperBound), using: &random)
            var arguments = (0..<count).map { _ in randomSource(depth: 1, &random) }
            if function.parameters.contains(where: { $0.name == "function" }) {
                arguments = [arguments[0], "(x) => x & \(randomSource(depth: 1, &random))"]
            }
            let result = value("\(name)(\(arguments.joined(separator: ", ")))")
            #expect(result.text.utf8.count < 100_000)
        }
    }

    @Test func `random patterns are read or refused, and matching them ends`() {
        var random = SplitMix64(seed: 15)
        let pieces = Array("ab()[]{}|*+?.^$\\-2,:").map(String.init) + ["(?:", "\\d", "\\b", "{2,3}", "[^"]
        var matched = 0
        for _ in 0..<3_000 {
            let count = Int.random(in: 0...10, using: &random)
            let pattern = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            let source = "has_pattern(\"ab-2 ba\", \(Value.text(pattern).json))"
            if shown(source) == "true" { matched += 1 }
        }
        #expect(matched > 300)
    }

    private func randomSource(depth: Int, _ random: inout SplitMix64) -> String {
        let leaves = [
            "1", "0", "2.5", "'a'", "name", "n", "fact", "today", "now", "left_month", "items", "person", "null",
            "true", "2026-03-15",
        ]
        guard depth > 0, Int.random(in: 0..<5, using: &random) > 0 else {
            return leaves.randomElement(using: &random) ?? "1"
        }
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            let function = Function.all.randomElement(using: &random)
            let count = Int.random(
                in: (function?.arity.lowerBound ?? 0)...min(4, function?.arity.upperBound ?? 0), using: &random)
            var arguments = (0..<count).map { _ in randomSource(depth: depth - 1, &random) }
            if function?.parameters.contains(where: { $0.name == "function" }) == true {
                arguments = [arguments[0], "(x) => \(randomSource(depth: depth - 1, &random)) & x"]
            }
            return "\(function?.name ?? "")(\(arguments.joined(separator: ", ")))"
        case 1: return "(not \(randomSource(depth: depth - 1, &random)))"
        case 2: return "[\(randomSource(depth: depth - 1, &random)), -\(randomSource(depth: depth - 1, &random))]"
        case 3: return "(\(randomSource(depth: depth - 1, &random)))[\(randomSource(depth: depth - 1, &random))]"
        default:
            let sign = Operator.allCases.randomElement(using: &random)?.rawValue ?? "+"
            return "(\(randomSource(depth: depth - 1, &random)) \(sign) \(randomSource(depth: depth - 1, &random)))"
        }
    }
}
