import Expressions
import FoundationEssentials
import TestSupport
import Testing

struct PluralTests {
    /// The forms that 0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 19, 20, 21, 22, 100, 101, 102, 111 and 1000000 take.
    @Test(arguments: [
        ("en", "1 0 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1"), ("fr", "0 0 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1"),
        ("zh-Hans", "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0"), ("pt_BR", "0 0 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1"),
        ("pt-PT", "1 0 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1"), ("ru", "2 0 1 1 1 2 2 2 2 2 2 2 0 1 2 0 1 2 2"),
        ("pl", "2 0 1 1 1 2 2 2 2 2 2 2 2 1 2 2 1 2 2"), ("cs", "2 0 1 1 1 2 2 2 2 2 2 2 2 2 2 2 2 2 2"),
        ("ar", "0 1 2 3 3 3 3 3 4 4 4 4 4 4 5 5 5 4 5"), ("sl", "3 0 1 2 2 3 3 3 3 3 3 3 3 3 3 0 1 3 3"),
        ("lt", "2 0 1 1 1 1 1 2 2 2 2 2 0 1 2 0 1 2 2"), ("lv", "2 0 1 1 1 1 1 1 1 1 1 1 0 1 1 0 1 1 1"),
        ("cy", "0 1 2 3 5 5 4 5 5 5 5 5 5 5 5 5 5 5 5"), ("mt", "2 0 1 2 2 2 2 2 3 3 3 4 4 4 4 4 4 3 4"),
        ("gd", "3 0 1 2 2 2 2 2 0 1 2 3 3 3 3 3 3 3 3"), ("br", "4 0 1 2 2 4 4 4 4 4 4 4 0 1 4 0 1 4 3"),
        ("tl", "0 0 0 0 1 0 1 0 0 0 1 0 0 0 0 0 0 0 0"), ("ro", "1 0 1 1 1 1 1 1 1 1 1 2 2 2 2 1 1 1 2"),
    ])
    func `each language has its own rule`(tag: String, forms: String) throws {
        let rule = try #require(PluralRule.of(tag))
        let counts: [UInt64] = [0, 1, 2, 3, 4, 5, 6, 10, 11, 12, 19, 20, 21, 22, 100, 101, 102, 111, 1_000_000]
        #expect(counts.map { "\(rule.form(of: $0))" }.joined(separator: " ") == forms)
    }

    @Test func `every listed language has a rule that reads as it is written`() throws {
        #expect(PluralRule.languages.count == 218)
        for rule in PluralRule.languages.values { #expect(try PluralRule(header: rule.header) == rule) }
        #expect(PluralRule.of("xx") == nil)
        #expect(PluralRule.of("") == nil)
    }

    @Test(arguments: [
        ("nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2;", [2, 0, 1, 1, 1, 2]),
        ("nplurals = 2 ; plural = n>1", [0, 0, 1, 1, 1, 1]), ("nplurals=2;plural=!(n==1);", [1, 0, 1, 1, 1, 1]),
        ("plural=(n+1)*2/2-1==n ? 0 : 1; nplurals=2", [0, 0, 0, 0, 0, 0]),
        ("nplurals=1; plural=0", [0, 0, 0, 0, 0, 0]),
        ("nplurals=3; plural=n ? n<3||n>4 ? 0 : 1 : 2", [2, 0, 0, 1, 1, 0]),
        ("nplurals=2; plural=n/0 || n%0", [0, 0, 0, 0, 0, 0]),
    ])
    func `a header's formula is read as C reads it`(header: String, forms: [Int]) throws {
        let rule = try PluralRule(header: header)
        #expect((0...5).map { rule.form(of: UInt64($0)) } == forms)
    }

    @Test(arguments: [
        ("", "a plural rule is written 'nplurals=2; plural=(n != 1);'"),
        ("nplurals=INTEGER; plural=EXPRESSION;", "a plural rule is written 'nplurals=2; plural=(n != 1);'"),
        ("nplurals=2; plural=EXPRESSION;", "the formula cannot be read from 'EXPRESSION' on"),
        ("nplurals=2; plural=n%10==1 ? 0;", "the formula is cut off"),
        ("nplurals=2; plural=(n;", "the formula is cut off"),
        ("nplurals=2; plural=n 1", "the formula cannot be read from '1' on"),
        ("nplurals=0; plural=0", "there can be 1 to 20 forms, not 0"),
        ("nplurals=2; plural=n", "the formula gives form 2 for 2, but there are 2"),
        ("nplurals=1; plural=\(String(repeating: "(", count: 99))", "the formula is nested too deeply"),
        ("nplurals=1; plural=\(String(repeating: "!", count: 99))", "the formula is nested too deeply"),
        ("nplurals=1; plural=\(String(repeating: "0+", count: 1_500))", "the formula is too long"),
    ])
    func `what is no rule says why`(header: String, message: String) {
        do {
            _ = try PluralRule(header: header)
            Issue.record("it was read")
        } catch {
            #expect(error.message == message)
        }
    }

    @Test func `any formula is read or refused, and what is read gives a form for any count`() {
        var random = SplitMix64(seed: 4)
        let pieces = [
            "n", "0", "1", "10", "%", "==", "!=", "&&", "||", "?", ":", "(", ")", "<", ">=", "+", "-", "!", " ",
        ]
        var read = 0
        for _ in 0..<20_000 {
            let count = Int.random(in: 1...7, using: &random)
            let formula = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
            guard let rule = try? PluralRule(forms: 2, formula: formula) else { continue }
            read += 1
            for count in [0, 1, 1_001, 999_999, 1_000_000, UInt64.max] {
                #expect((0..<2).contains(rule.form(of: count)), "\(formula) of \(count)")
            }
        }
        #expect(read > 300)
    }

    @Test(arguments: [
        ("en", "1", "'day', 'days'", "day"), ("en", "-1", "'day', 'days'", "day"),
        ("en", "1.5", "'day', 'days'", "days"),
        ("fr", "0", "'jour', 'jours'", "jour"), ("hi", "0", "'दिन', 'दिनों'", "दिन"),
        ("sw", "0", "'siku', 'masiku'", "masiku"),
        ("zh-Hans", "2", "'天'", "天"), ("ru", "21", "'день', 'дня', 'дней'", "день"),
        ("ru", "112", "'день', 'дня', 'дней'", "дней"), ("ru", "3", "'день', 'дня', 'дней'", "дня"),
        ("ru", "10 ^ 30", "'день', 'дня', 'дней'", "дней"), ("ar", "2", "'0', 'a', 'b', 'c', 'd', 'e'", "b"),
        ("ru", "21", "'day', 'days'", "days"), ("ru", "1", "'day', 'days'", "day"),
        ("xx", "2", "'day', 'days'", "days"),
        ("en", "n", "'day'", "day"), ("en", "'x'", "'a', 'b'", "ERROR plural: \"x\" is no number"),
    ])
    func `the form follows the language's rule where there are as many as it has`(
        language: String, number: String, forms: String, result: String
    ) {
        #expect(shown("plural(\(number), \(forms))", language: language) == result)
    }

    @Test(arguments: [
        ("${n} ${plural(n, 'day', 'days')} left", "n", ["${n} day left", "${n} days left"]),
        ("${plural(n + 1, 'one ${x}', 'many')} ${ name }", "n + 1", ["one $${x} ${ name }", "many ${ name }"]),
        ("${plural(n, 'is', 'are')} ${n} ${Plural( n , \"\", 's')}", "n", ["is ${n} ", "are ${n} s"]),
        ("$${n}${plural((n), '天')}", "(n)", ["$${n}天"]), ("${plural(n, 'a', 'b', 'c')}", "n", ["a", "b", "c"]),
    ])
    func `a text whose plurals are plain words is written out in each form`(
        source: String, count: String, texts: [String]
    ) throws {
        let forms = try #require(try Template.parse(source).pluralForms)
        #expect(forms.count == count)
        #expect(forms.texts == texts)
    }

    @Test(arguments: [
        "no plural", "${n}", "${plural(n, name, 'b')}", "${plural(n, 'a', 'b')} ${plural(n + 1, 'a', 'b')}",
        "${plural(n, 'a', 'b')} ${plural(n, 'a')}", "${upper(plural(n, 'a', 'b'))}",
        "${plural(n, 'a', 'b')} ${'x' & plural(n, 'a', 'b')}", "${plural(plural(n, 1, 2), 'a', 'b')}",
        "$${plural(n, 'a', 'b')}", "${plural(n, 1, 2)}", "costs ${plural(n, 'US$', '$')}${n}",
    ])
    func `any other text is left as it is`(source: String) throws {
        #expect(try Template.parse(source).pluralForms == nil)
    }

    @Test func `each plural is found with its place and its number of forms`() throws {
        let template = try Template.parse("工 ${plural(n, 'a')} ${upper(plural(n, 'a', plural(n, 'b', 'c', 'd')))}")
        #expect(template.pluralCalls.map(\.forms) == [1, 2, 3])
        #expect(template.pluralCalls.map(\.offset) == [4, 28, 43])
    }

    @Test func `a text of several is chosen by the count, and never sent as a blank`() throws {
        let rule = try #require(PluralRule.of("ru"))
        let forms = try ["${n} день", "${n} дня", "${n} дней, ${name}"].map { try Template.parse($0) }
        func rendered(_ count: String) throws -> String {
            try evaluation(language: "en").render(.choosing(try Expression.parse(count), rule, forms))
        }
        #expect(try rendered("n - 2") == "3 день")
        #expect(try rendered("n") == "3 дня")
        #expect(try rendered("0") == "3 дней, Amina")
        #expect(throws: EvaluationFault("${fact}: the value is not known yet")) { try rendered("fact") }
        #expect(throws: EvaluationFault("${name}: \"Amina\" is no number")) { try rendered("name") }
        let template = Template.choosing(try Expression.parse("n"), rule, forms)
        #expect(template.literal == nil)
        #expect(template.references.map(\.root) == ["n", "n", "n", "name"])
        #expect(TypeCheck(names: ["n": .number]).check(template).map(\.message) == ["there is no name name"])
    }
}
