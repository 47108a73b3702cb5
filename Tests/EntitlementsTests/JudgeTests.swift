import Entitlements
import Expressions
import FoundationEssentials
import Testing

struct JudgeTests {
    @Test(arguments: [
        ("", "ask a"), ("a=yes", "one"), ("a=no", "ask b"), ("a=no b=yes", "two"), ("a=no b=no", "no"),
        ("b=yes", "ask a"), ("b=yes a=no", "two"),
    ])
    func `the first true line decides, and none is passed that is open`(_ row: String, _ expected: String) throws {
        let rule = RuleBuilder(lines: ["a": "one", "b": "two", "true": "no"])
        #expect(try rule.judge(known(row))?.inShort == expected)
    }

    @Test(arguments: [
        ("a and b", "", "ask a"), ("a and b", "a=no", "no"), ("a and b", "b=no", "no"), ("a and b", "b=yes", "ask a"),
        ("a and b", "a=yes", "ask b"), ("a or b", "a=yes", "yes"), ("a or b", "b=yes", "yes"),
        ("a or b", "a=no", "ask b"), ("not a", "", "ask a"), ("not a", "a=no", "yes"),
        ("if(a, b, c)", "", "ask a"), ("if(a, b, c)", "a=yes", "ask b"), ("if(a, b, c)", "a=no", "ask c"),
        ("if(a, b, c)", "a=no c=yes", "yes"), ("(a or b) and c", "c=no", "no"), ("c and (b or a)", "c=yes", "ask b"),
        ("a and b", "a=?", "ask b"), ("a and b", "a=? b=no", "no"), ("a and b", "a=? b=yes", "undecided [a]"),
        ("a and b", "b=? a=?", "undecided [a, b]"), ("a or b", "a=? b=yes", "yes"), ("not a", "a=?", "undecided [a]"),
        ("if(a, b, c)", "a=?", "undecided [a]"), ("a = b", "b=?", "ask a"), ("c", "c=?", "undecided [c]"),
    ])
    func `only what can still matter is asked`(_ when: String, _ row: String, _ expected: String) throws {
        let rule = RuleBuilder(lines: [when: "yes", "true": "no"])
        #expect(try rule.judge(known(row))?.inShort == expected)
    }

    @Test(arguments: [("", "ask a"), ("a=no", "ask b"), ("a=yes", "ask c"), ("a=? b=?", "undecided [a]")])
    func `computed names are followed to their facts`(_ row: String, _ expected: String) throws {
        let rule = RuleBuilder(
            lines: ["second": "yes", "true": "no"], derived: ["first": "if(a, c, b)", "second": "not first"])
        #expect(try rule.judge(known(row))?.inShort == expected)
    }

    @Test func `what she does not know can be assumed, and is then said`() throws {
        let fact = Fact(
            name: "a", type: .boolean, typed: .boolean, allowsUnknown: true, assumed: .boolean(false))
        let rule = RuleBuilder(lines: ["a": "yes", "true": "no"], facts: [fact])
        #expect(try rule.judge([:])?.inShort == "ask a")
        let verdict = try rule.verdict(known("a=?"))
        #expect(verdict.outcome == "no")
        #expect(verdict.assumed == ["a"])
        #expect(verdict.isCautious && !verdict.isUsual)
        #expect(try !rule.verdict(known("a=no")).isCautious)
    }

    @Test func `an assumption that plays no part is not said`() throws {
        let fact = Fact(name: "a", type: .boolean, allowsUnknown: true, assumed: .boolean(true))
        let other = Fact(name: "b", type: .boolean)
        let rule = RuleBuilder(lines: ["b": "yes", "a": "maybe", "true": "no"], facts: [fact, other])
        #expect(try rule.verdict(known("a=? b=yes")).assumed == [])
        #expect(try rule.verdict(known("a=? b=no")).assumed == ["a"])
    }

    @Test(
        arguments: [
            ("2019-12-31", nil), ("2020-01-01", "no"), ("2024-06-30", "no"), ("2024-07-01", nil),
        ] as [(String, String?)])
    func `a rule is offered only while it is in force`(_ day: String, _ expected: String?) throws {
        let rule = RuleBuilder(inForce: DayRange(from: date("2020-01-01"), to: date("2024-06-30")))
        let judgement = try rule.judge([:], at: Timestamp(date: date(day), utcOffset: 0))
        #expect(judgement?.inShort == expected)
    }

    @Test func `the day is that of her clock`() throws {
        let book = try RuleBuilder(inForce: DayRange(from: date("2020-01-01"))).book
        let evening = Timestamp(
            date: date("2019-12-31"), time: TimeOfDay(hour: 20, minute: 0) ?? .midnight, utcOffset: 0)
        let judge = { (offset: Int) in
            book.judge("xx.test", { _ in nil }, at: evening, utcOffset: offset, language: "en")
        }
        #expect(judge(0) == nil)
        #expect(judge(8 * 3_600)?.inShort == "no")
    }

    @Test func `a rule that is not there says nothing`() throws {
        #expect(
            try RuleBuilder().book.judge("xx.other", { _ in nil }, at: RuleBuilder.now, utcOffset: 0, language: "en")
                == nil)
    }

    @Test func `an expression that fails decides nothing and is told`() throws {
        let rule = RuleBuilder(lines: ["1 / 0 > 1": "yes", "true": "no"])
        let verdict = try rule.verdict()
        #expect(verdict.outcome == Rule.undecided)
        #expect(verdict.fault != nil)
        #expect(verdict.laws.isEmpty && verdict.because.isEmpty)
    }

    @Test func `a shown value that fails is told`() throws {
        let rule = RuleBuilder(derived: ["x": "1 / 0"], shown: ["x"])
        let verdict = try rule.verdict()
        #expect(verdict.outcome == "no")
        #expect(verdict.fault != nil && verdict.values.isEmpty)
    }

    @Test func `years of a length of time are counted in months`() throws {
        let fact = Fact(name: "paid", type: .number, typed: .duration, countsMonths: true)
        let rule = RuleBuilder(lines: ["paid >= 30": "enough", "true": "short"], facts: [fact])
        #expect(try rule.verdict(["paid": .duration(Span(months: 30))]).outcome == "enough")
        #expect(try rule.verdict(["paid": .duration(Span(months: 29))]).outcome == "short")
        #expect(try rule.verdict(["paid": .number(30)]).outcome == "enough")
    }

    @Test func `the trace tells the lines, facts and figures that were looked at`() throws {
        let parameter = RuleParameter(
            name: "least", unit: "months", rows: [row(6, "2021-01-01", "L2")], jurisdiction: RegionCode("XX"))
        let number = Fact(name: "n", type: .number, typed: .number)
        let rule = RuleBuilder(
            lines: ["n > 100": "much", "n >= p.least": "enough", "true": "no"], parameters: [parameter],
            shown: ["p.least"],
            facts: [number])
        let verdict = try rule.verdict(["n": .number(6)])
        #expect(verdict.trace.lines.map(\.number) == [1, 2])
        #expect(verdict.trace.lines.map(\.value) == [.boolean(false), .boolean(true)])
        #expect(verdict.trace.facts.map(\.name) == ["n"])
        #expect(verdict.trace.figures.map(\.name) == ["least"])
        #expect(verdict.trace.version == 4)
        #expect(verdict.laws.map(\.id) == ["L1", "L2"])
        #expect(verdict.trace.start(of: "L2") == date("2021-01-01"))
        #expect(verdict.trace.start(of: "L1") == date("2020-01-01"))
        #expect(verdict.values["least"] == .number(6))
    }

    @Test(arguments: [
        ("n=9", ["L1"], ["L1", "L2"]), ("n=9", ["figures", "L1"], ["L2", "L1"]), ("n=9", ["figures"], ["L2"]),
        // the last line stands on no figure of its own: on those of the lines before it, and of its words
        ("n=1", ["L1"], ["L1"]), ("n=1", ["figures"], ["L2", "L3"]), ("n=1", ["L1", "figures"], ["L1", "L2", "L3"]),
    ])
    func `a line can leave it to its figures which laws it stands on`(
        _ answer: String, _ laws: [String], _ expected: [String]
    ) throws {
        let figures = ["least": "L2", "most": "L3"].map { name, law in
            RuleParameter(
                name: name, unit: "months", rows: [row(6, "2021-01-01", law)], jurisdiction: RegionCode("XX"))
        }
        let rule = RuleBuilder(
            lines: ["n >= p.least": "enough", "true": "no"], parameters: figures, texts: ["no": "At most ${p.most}."],
            laws: laws, facts: [Fact(name: "n", type: .number, typed: .number)])
        let number = Decimal(string: String(answer.dropFirst(2))) ?? 0
        #expect(try rule.verdict(["n": .number(number)]).laws.map(\.id) == expected)
    }
}

/// A row for the whole of XX.
func row(
    _ value: Int, _ from: String, _ law: String, in region: String = "XX", to: String? = nil,
    _ status: RuleParameter.Status = .confirmed
) -> RuleParameter.Row {
    RuleParameter.Row(
        days: DayRange(from: date(from), to: to.map(date)), region: RegionCode(region), value: .number(Decimal(value)),
        law: law,
        status: status)
}
