import Expressions
import Testing

struct ParsingTests {
    @Test(
        arguments: [
            ("", 0, 0, "expected a value, found the end", nil),
            ("1 +", 3, 0, "expected a value, found the end", nil),
            ("1 2", 2, 1, "expected an operator or the end, found 2", nil),
            ("(1", 2, 0, "expected ), found the end", nil),
            ("[1, 2", 5, 0, "expected ], found the end", nil),
            ("\"abc", 0, 4, "the text is not closed with \"", nil),
            ("a ! b", 2, 1, "! means nothing here", "not"),
            ("a || b", 2, 1, "| means nothing here", "or"),
            ("a.", 2, 0, "expected a name after the dot, found the end", nil),
            ("1 + uper(\"x\")", 4, 4, "there is no function uper", "upper"),
            ("frobnicate()", 0, 10, "there is no function frobnicate", nil),
            ("round()", 0, 5, "round takes 1 to 2 arguments, not 0", "round(number, [places])"),
            ("if(1, 2)", 0, 2, "if takes 3 arguments, not 2", "if(test, yes, no)"),
            ("today(1)", 0, 5, "today takes no arguments, not 1", "today()"),
            ("2026-13", 0, 7, "the calendar has no 2026-13", "2026 - 13"),
            ("2026-02-30", 0, 10, "the calendar has no 2026-02-30", "2026 - 02 - 30"),
            ("1 + and", 4, 3, "expected a value, found and", nil),
            ("工资 + ", 5, 0, "expected a value, found the end", nil),
            ("👨‍👩‍👧", 0, 1, "👨‍👩‍👧 means nothing here", nil),
            (String(repeating: "1", count: 200), 0, 200, "a number has at most 36 digits", nil),
        ] as [(String, Int, Int, String, String?)])
    func `a fault says what, where and what instead`(
        source: String, offset: Int, length: Int, message: String, suggestion: String?
    ) {
        let wanted = ExpressionFault(message, offset: offset, length: length, suggestion: suggestion)
        #expect(throws: wanted) { try Expression.parse(source) }
    }

    @Test(arguments: [
        (
            String(repeating: "(", count: 300) + "1" + String(repeating: ")", count: 300),
            "the expression has more than 200 levels"
        ),
        (String(repeating: "-", count: 300) + "1", "the expression has more than 200 levels"),
        (String(repeating: "1+", count: 300) + "1", "the expression has more than 200 levels"),
        ("a" + String(repeating: "[0]", count: 300), "the expression has more than 200 levels"),
        ("[" + String(repeating: "1,", count: 1_200) + "1]", "the expression has more than 1000 parts"),
        (String(repeating: "a", count: 9_000), "an expression has at most 8000 characters"),
    ])
    func `what is too deep or too long is a fault`(source: String, message: String) {
        let fault = #expect(throws: ExpressionFault.self) { try Expression.parse(source) }
        #expect(fault?.message == message)
    }

    @Test func `references tell names, paths and places`() throws {
        let references = try Expression.parse("Person.region & items[n].x & today & age(born)").references
        #expect(
            references == [
                Reference(root: "person", path: ["region"], offset: 0, length: 13),
                Reference(root: "items", offset: 16, length: 5), Reference(root: "n", offset: 22, length: 1),
                Reference(root: "born", offset: 41, length: 4),
            ]
        )
    }

    @Test func `equal sources are equal expressions`() throws {
        #expect(try Expression.parse("1 + 1") == Expression.parse("1 + 1"))
        #expect(try Expression.parse("1 + 1") != Expression.parse("1+1"))
    }

    @Test(
        arguments: [
            ("uper", "upper"), ("formt_month", "format_month"), ("lenght", nil), ("SUM", "sum"), ("mx", "max"),
            ("x", nil),
            ("roudn", "round"),
        ] as [(String, String?)])
    func `the nearest name is suggested`(word: String, name: String?) {
        #expect(Spelling.nearest(to: word, among: Function.all.map(\.name)) == name)
    }

    @Test func `a swap of two letters is one mistake`() {
        #expect(Spelling.distance("roudn", "round") == 1)
        #expect(Spelling.distance("", "ab") == 2)
        #expect(Spelling.distance("same", "same") == 0)
    }
}
