import Expressions
import Testing

struct CollectionTests {
    @Test(arguments: [
        ("array()", "[]"), ("array(1, \"x\")", "[1, x]"),
        ("array(1, 1 / 0)", "ERROR a number cannot be divided by zero"),
        ("object()", "{}"), ("object(0, \"hello\")", "{0: hello}"), ("contains([1, 2, 3], 2)", "true"),
        ("contains([1, 2, 3], \"2\")", "false"), ("\"2\" in [1, 2, 3]", "true"), ("count(null)", "0"),
        ("keys(null)", "[]"),
        ("keys([1])", "ERROR keys: a list is no object"), ("extract(object(\"foo\", \"x\"), \"bar\")", "null"),
        ("extract(object(\"foo\", \"x\"), \"FOO\")", "x"), ("extract(1, \"foo\")", "ERROR extract: 1 is no object"),
        ("extract_object(object(\"a\", 1, \"b\", 2, \"c\", 3), \"a\", \"c\")", "{a: 1, c: 3}"),
        ("extract_object(object(\"a\", 1), \"a\", \"d\")", "{a: 1, d: }"), ("unique([1, \"1\", 1.0])", "[1, 1]"),
        ("unique([null, \"X\", null, \"X\"])", "[, X]"), ("unique([[1], [2], [1]])", "[[1], [2]]"),
        ("slice([1, 2, 3], 0, -10)", "[]"), ("sort([\"X\", null])", "ERROR sort: an empty value is no number"),
        ("sum([1, 2, \"3\"])", "6"), ("join([], \",\")", ""), ("reverse([])", "[]"),
    ])
    func `lists and objects`(source: String, result: String) {
        #expect(shown(source) == result)
    }

    @Test(arguments: [
        ("foreach([\"a\", \"b\"], upper)", "[A, B]"), ("foreach([\"a\"], (x) => x & \"1\")", "[a1]"),
        ("foreach([\"the man\", \"fox\", \"jumped up\"], word, 0)", "[the, fox, jumped]"),
        ("foreach([\"a\"], (x) => object(\"v\", x))", "[{v: a}]"), ("foreach([1, 2], (x, y) => x * y, n)", "[3, 6]"),
        ("foreach([], upper)", "[]"), ("foreach([\"a\"], abs)", "ERROR foreach: abs: \"a\" is no number"),
        ("foreach(1, upper)", "ERROR foreach: 1 is no list"), ("foreach(fact, upper)", "unknown"),
        ("foreach([1, fact], (x) => x + 1)[0]", "2"),
        ("foreach([1, 2], (x) => foreach([x], (y) => x + y))", "[[2], [4]]"),
        ("foreach([1, 2], (N) => n * 10)", "[10, 20]"), ("foreach([object(\"a\", 5)], (x) => x.a + 1)", "[6]"),
        ("foreach([1], and)", "[true]"), ("foreach([true, false], if, 1, 2)", "[1, 2]"),
        ("foreach_value(object(\"a\", \"x\"), upper)", "{a: X}"),
        ("foreach_value([1], upper)", "ERROR foreach_value: a list is no object"),
        ("foreach_value(object(\"a\", \"x\"), (v) => v & \"!\")", "{a: x!}"),
        ("filter([1, 0, 2], boolean)", "[1, 2]"), ("filter([], boolean)", "[]"),
        ("filter([1, 5], (x) => x > n)", "[5]"),
        ("filter([1], (x) => fact)", "unknown"), ("filter([\"a\"], (x) => x < 1)", "ERROR filter: \"a\" is no number"),
        ("filter(\"ab\", boolean)", "ERROR filter: \"ab\" is no list"),
        ("sum(foreach(filter([1, 2, 3], (x) => mod(x, 2) = 1), (x) => x ^ 2))", "10"),
    ])
    func `functions go over lists and objects`(source: String, result: String) {
        #expect(shown(source) == result)
    }

    @Test(
        arguments: [
            ("foreach([1], 2)", 13, 1, "foreach needs a function as its second argument"),
            ("foreach([1], upper(1))", 13, 5, "foreach needs a function as its second argument"),
            ("foreach([1])", 0, 7, "foreach takes at least 2 arguments, not 1"),
            ("foreach([1], round, 1, 2)", 13, 5, "round takes 1 to 2 arguments, not 3"),
            ("foreach([1], (x, y) => x)", 13, 11, "the function in brackets takes 2, not 1"),
            ("filter([1], foreach)", 12, 7, "filter cannot take foreach"),
            ("foreach([1], (x) = x)", 13, 1, "foreach needs a function as its second argument"),
            ("foreach([1], (x) => )", 20, 1, "expected a value, found )"),
            ("1 => 2", 2, 2, "expected an operator or the end, found =>"),
        ] as [(String, Int, Int, String)])
    func `a wrong function is found when it is read`(source: String, offset: Int, length: Int, message: String) {
        let fault = #expect(throws: ExpressionFault.self) { try Expression.parse(source) }
        #expect(fault?.message == message)
        #expect(fault?.offset == offset)
        #expect(fault?.length == length)
    }

    @Test func `parameters are no names of the scope`() throws {
        let expression = try Expression.parse("foreach(items, (x) => x.a & n & x)")
        #expect(expression.references.map(\.root) == ["items", "n"])
        #expect(evaluation().unknowns(in: try Expression.parse("filter([1], (x) => x = fact)")) == ["fact"])
    }

    @Test func `going over lists in lists stops at the budget`() throws {
        let digits = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"
        let nested = (0..<8).reduce("a0") { inner, level in "sum(foreach(\(digits), (a\(7 - level)) => \(inner)))" }
        #expect(value(nested) == .error(EvaluationFault("the expression takes too many steps")))
        let long = "foreach(split(repeat('x ', 4000)), (x) => has_number(repeat('1 ', 4000)))"
        #expect(value(long) == .error(EvaluationFault("the expression takes too many steps")))
    }
}
