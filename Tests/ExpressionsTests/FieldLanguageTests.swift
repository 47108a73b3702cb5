import Expressions
import Testing

/// What the field's evaluator gives (goflow, excellent/evaluator_test.go) for what both languages have.
struct FieldLanguageTests {
    @Test(
        arguments: [
            ("-10", "-10"), ("2^2", "4"), ("1+2", "3"), ("1-2.5", "-1.5"), ("1*2", "2"), ("1/2", "0.5"), ("1+1+1", "3"),
            ("5-2+1", "4"), ("2*3*4+2", "26"), ("4*3/4", "3"), ("4/2*4", "8"), ("2^2^2", "16"), ("1.5 + 2.5", "4"),
            ("\"a\" & \"b\" & \"c\"", "abc"), ("1+3 <= 1+4", "true"), ("\"asdf\" = \"ASDF\"", "false"),
            ("\"asdf\" != \"basf\"", "true"), ("true = TRUE", "true"), ("(1 != 2)", "true"), ("-1 = 1", "false"),
            ("1.1 = 1.10", "true"), ("1 = number(\"1.0\")", "true"), ("11=11=11", "false"), ("null = NULL", "true"),
            ("null != NULL", "false"), ("TITLE(\"hello\")", "Hello"), ("split(\"one two\", \" \")[-1]", "two"),
            ("items[3 - 3]", "a"), ("items [0]", "a"), ("datetime(\"2018-04-16\") = datetime(\"2018-04-16\")", "true"),
            ("person[\"reg\" & \"ion\"]", "Nairobi"), ("\"n\" & null", "n"), ("-2 ^ 2", "4"),
            ("\"a\" & 1 = 1", "atrue"),
            ("\"hello\\nworld\"", "hello\nworld"), ("\"hello\\U0001F601world\"", "hello😁world"),
            ("person.missing", nil),
            ("1/0", nil), ("-asdf", nil), ("2^asdf", nil), ("1-asdf", nil), ("1 = asdf", nil), ("1 < \"asdf\"", nil),
            ("\"asdf\" < \"basf\"", nil), ("1<2<3", nil), ("missing & \"bar\"", nil), ("title(name, n)", nil),
            ("missing(n)", nil),
            ("(1 / 0).field", nil), ("(1 / 0)[0]", nil), ("items[1 / 0]", nil), ("items[5]", nil), ("null.x", nil),
            ("0 / ", nil),
            ("\"abc\".v", nil), ("1 + null", nil), ("1 + true", nil), ("\"a\" + 2", nil), ("word_count()", nil),
        ] as [(String, String?)])
    func `what both languages have means the same`(source: String, result: String?) {
        let text = shown(source)
        #expect(result == nil ? text.hasPrefix("ERROR") : text == result, "\(text)")
    }

    @Test(arguments: [
        ("\"\"", false), ("\"FALSE\"", false), ("\"hello\"", true), ("0", false), ("123", true), ("-0.5", true),
        ("null", false), ("[]", false), ("[0]", true), ("object()", false), ("object(\"a\", 0)", true), ("today", true),
        ("now", true), ("time(\"00:00\")", false), ("time(\"00:01\")", true), ("duration(\"0 days\")", false),
    ])
    func `the same values count as true`(source: String, isTrue: Bool) {
        #expect(shown("if(\(source), 1, 2)") == (isTrue ? "1" : "2"))
        #expect(shown("boolean(\(source))") == "\(isTrue)")
    }

    @Test(arguments: Function.all.filter { $0.arity.lowerBound > 0 }.map(\.name))
    func `an error goes into every function and comes out of most`(name: String) throws {
        let function = try #require(Function.named(name))
        var arguments = Array(repeating: "failed", count: function.arity.lowerBound)
        if function.parameters.contains(where: { $0.name == "function" }) { arguments[1] = "text" }
        let result = shown("\(name)(\(arguments.joined(separator: ", ")))")
        let absorbs = ["is_error": "true", "has_error": "true", "has_value": "false"]
        #expect(result == absorbs[name] ?? "ERROR the request failed")
    }
}
