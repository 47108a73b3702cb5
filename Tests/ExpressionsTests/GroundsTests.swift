import Expressions
import Testing

struct GroundsTests {
    @Test(arguments: [
        ("n + 1", ["n"]), ("n < 5 and name = 'x'", ["name"]), ("n < 5 and name = 'Amina'", ["n", "name"]),
        ("n < 5 or name = 'x'", ["n"]), ("n > 5 or name = 'Amina'", ["name"]),
        ("if(n > 1, name, born)", ["n", "name"]),
        ("if(n > 9, name, born)", ["n", "born"]), ("if(fact, name, born)", ["fact"]),
        ("person.region & name", ["person.region", "name"]),
        ("max(n, n, left_month.x)", ["n", "left_month.x"]), ("not fact", ["fact"]), ("[n, name]", ["n", "name"]),
        ("items[n - 1]", ["items", "n"]), ("P.Start.M", ["p.start.m"]), ("today", []), ("fact and false", []),
    ])
    func `a value stands on the names that were looked at`(_ source: String, _ expected: [String]) throws {
        #expect(evaluation().grounds(of: try Expression.parse(source)) == expected)
    }

    @Test(arguments: [
        ("n < 5", ["n < 5: true"]), ("n < 5 and n >= 3", ["n < 5: true", "n >= 3: true"]), ("n = 3", []),
        ("n > 5 and n < 9", ["n > 5: false"]), ("if(n > 5, 1 < 2, n <= 3)", ["n > 5: false", "n <= 3: true"]),
        ("fact < 3", []), ("not (n > 1)", ["(n > 1): true"]), ("max(n, 2) > 2", ["max(n, 2) > 2: true"]),
    ])
    func `comparisons by order are found with their results`(_ source: String, _ expected: [String]) throws {
        let found = evaluation().comparisons(in: try Expression.parse(source))
        #expect(
            found.map { "\(source.dropFirst($0.offset).prefix($0.length)): \($0.holds)" } == expected)
    }

    @Test(arguments: [
        ("p.missing", []), ("known_object.gap", ["known_object.gap"]), ("fact.gap", ["fact"]),
        ("known_object.gap + other_fact", ["known_object.gap", "other_fact"]),
    ])
    func `an unknown inside a known object is named by its path`(_ source: String, _ expected: [String]) throws {
        let names: [String: Value] = [
            "known_object": .object(["gap": .unknown]), "fact": .unknown, "other_fact": .unknown, "p": .object([:]),
        ]
        let evaluation = Evaluation(scope: DictionaryScope(names), now: now, utcOffset: 0, language: "en")
        #expect(evaluation.unknowns(in: try Expression.parse(source)) == expected)
    }

    @Test(arguments: [
        ("null", true), ("if(n > 1, null, 2)", true), ("[1, null]", true), ("-null", true), ("n = null", true),
        ("foreach(items, (x) => null)", true), ("n", false), ("if(n > 1, 1, 2)", false), ("today", false),
    ])
    func `whether a value may be nothing can be told`(_ source: String, _ expected: Bool) throws {
        #expect(try Expression.parse(source).mentionsNull == expected)
    }
}
