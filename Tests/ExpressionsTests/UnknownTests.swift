import Expressions
import Testing

struct UnknownTests {
    @Test(arguments: [
        ("false and fact", "false"), ("fact and false", "false"), ("true and fact", "unknown"),
        ("fact and true", "unknown"), ("fact and fact", "unknown"), ("true or fact", "true"), ("fact or true", "true"),
        ("false or fact", "unknown"), ("fact or false", "unknown"), ("fact or fact", "unknown"),
        ("not fact", "unknown"),
        ("and(fact, false)", "false"), ("or(fact, 1)", "true"), ("and(fact, true)", "unknown"),
        ("fact = 1", "unknown"), ("fact != fact", "unknown"), ("fact < 1", "unknown"), ("fact + 1", "unknown"),
        ("-fact", "unknown"), ("fact & \"x\"", "unknown"), ("fact.region", "unknown"), ("fact[0]", "unknown"),
        ("items[fact]", "unknown"), ("upper(fact)", "unknown"), ("unknown", "unknown"), ("fact in [1]", "unknown"),
        ("1 in [1, fact]", "true"), ("2 in [1, fact]", "unknown"), ("2 not in [1, fact]", "unknown"),
        ("if(fact, 1, 2)", "unknown"), ("if(fact, 1, 1)", "1"), ("if(true, 1, fact)", "1"),
        ("if(false, 1, fact)", "unknown"),
        ("choose(fact, 1, 1)", "unknown"), ("choose(true, 1, fact)", "1"), ("choose(false, fact, 2)", "2"),
        ("default(fact, 5)", "5"), ("known(fact)", "false"), ("known(name)", "true"), ("is_error(fact)", "false"),
        ("fact + failed", "ERROR the request failed"), ("false and failed", "false"), ("true or failed", "true"),
        ("failed or true", "ERROR the request failed"), ("true and failed", "ERROR the request failed"),
        ("if(true, 1, failed)", "1"), ("if(failed, 1, 2)", "ERROR the request failed"), ("default(failed, 1)", "1"),
    ])
    func `three-valued logic looks only at what matters`(source: String, result: String) {
        #expect(shown(source) == result)
    }

    @Test(arguments: [
        ("fact and other_fact", ["fact", "other_fact"]), ("false and fact", []),
        ("other_fact = fact", ["other_fact", "fact"]),
        ("(fact or true) and other_fact", ["other_fact"]), ("choose(fact, other_fact, 1)", ["fact"]),
        ("choose(true, other_fact, fact)", ["other_fact"]), ("name", []), ("max(fact, n, fact)", ["fact"]),
    ])
    func `the facts that keep a value away are named`(source: String, names: [String]) throws {
        #expect(evaluation().unknowns(in: try Expression.parse(source)) == names)
    }
}
