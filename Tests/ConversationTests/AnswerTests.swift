import Conversation
import Expressions
import Telephony
import Testing

struct AnswerTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let type: AnswerType
        let typed: String
        /// The text of the value; nil when it must not be understood.
        let read: String?

        var testDescription: String { "\(type) '\(typed)'" }
    }

    private static func rows(_ type: AnswerType, _ pairs: KeyValuePairs<String, String?>) -> [Row] {
        pairs.map { Row(type: type, typed: $0.key, read: $0.value) }
    }

    private static let numbers: [Row] =
        rows(
            .number,
            [
                "12": "12", "1,200": "1200", "1 200": "1200", "1200.50": "1200.5", "１２": "12", "१२": "12", "1l": "11",
                "1o": "10",
                "two": "2", "十二": "12", "三百零五": "305", "三百五": "350", "三千五": "3500", "二百五十": "250", "二〇二六": "2026",
                "2k": "2000", "1.5万": "15000", "3千": "3000",
                "8 hours": nil, "8年": nil, ".5": "0.5", "12.": "12", "1,2": nil, "1,20,000": "120000",
                "12 34": nil, "1.2.3": nil,
                "twelve and a half": "12.5", "abc": nil, "-5": nil, "1-2": nil, "1/2": nil, "两万五": "25000",
                "99999999999999999999": nil,
            ])
        + rows(
            .whole,
            ["12": "12", "12.0": "12", "1.5万": "15000", "12.5": nil, "1.25": nil, "some": nil, "-3": nil, "l2": "12"])
        + rows(
            .money,
            [
                "3000元": "3000", "¥3,000": "3000", "3000 yuan": "3000", "3000 RMB": "3000", "三千": "3000",
                "3000块": "3000", "a lot": nil,
                "3000-4000": nil,
            ])

    private static let dates: [Row] =
        rows(
            .date,
            [
                "2026-03-15": "2026-03-15", "20260315": "2026-03-15", "2026年3月15日": "2026-03-15",
                "2026/3/15": "2026-03-15",
                "15 March 2026": "2026-03-15", "March 15, 2026": "2026-03-15", "15/03/2026": "2026-03-15",
                "03/15/2026": "2026-03-15",
                "二〇二六年三月十五日": "2026-03-15", "15 mars 2026": "2026-03-15", "05/05/2026": "2026-05-05", "03/04/2026": nil,
                "2026-02-30": nil,
                "2026-13-01": nil, "32/01/2026": nil, "15": nil, "today": "2026-04-24", "15 03": nil,
            ])
        + rows(
            .month,
            [
                "2026-03": "2026-03", "202603": "2026-03", "2026.3": "2026-03", "2026年3月": "2026-03",
                "二〇二六年三月": "2026-03", "03/2026": "2026-03",
                "2026 3": "2026-03", "March 2026": "2026-03", "mar 2026": "2026-03", "machi 2026": "2026-03",
                "मार्च 2026": "2026-03",
                "مارس ٢٠٢٦": "2026-03", "février 2026": "2026-02", "2026-13": nil, "2026": nil, "3": nil, "March": nil,
                "0326": nil,
                "2026-03-15": "2026-03", "999903": nil,
            ])
        + rows(
            .duration,
            [
                "2 years": "2 years", "18 months": "1 year 6 months", "1年6个月": "1 year 6 months",
                "two years": "2 years", "2y 3m": "2 years 3 months",
                "1 year and 2 months": "1 year 2 months", "2 ans": "2 years", "18": nil, "5 minutes": nil, "long": nil,
                "200 years": nil,
                "2 years 3": nil,
            ])

    private static let words: [Row] =
        rows(.text, ["hello": "hello", " hello  there ": "hello  there", "12": "12", "你好": "你好"])
        + rows(
            .yesNo,
            [
                "yes": "true", "Y": "true", "1": "true", "是": "true", "ndiyo": "true", "नहीं": "false", "no": "false",
                "2": "false", "不是": "false",
                "l": "true", "maybe": nil, "3": nil, "yes no": nil,
            ])
        + rows(
            .phone,
            [
                "+8613800000001": "+8613800000001", "+86 138 0000 0001": "+8613800000001",
                "0086 138 0000 0001": "+8613800000001", "12": nil,
                "phone": nil,
            ])
        + rows(.choice, ["red": "red", "RED.": "red", "红": "red", "blue": "blue", "green": nil, "r": nil])
        + rows(
            .pin,
            [
                "1234": "1234", "12 34": "1234", "１２３４": "1234", "0012": "0012", "123": nil, "123456789": nil,
                "abcd": nil,
            ])
        + rows(
            .idNumber,
            [
                "11010519491231002X": "11010519491231002X", "11010519491231002x": "11010519491231002X",
                "110105 19491231 002X": "11010519491231002X", "110105194912310021": nil, "11010519491231002": nil,
                "X": nil,
            ])

    @Test(arguments: numbers + dates + words)
    func `an answer is read as its type says`(_ row: Row) throws {
        let rule = AnswerRule(
            type: row.type,
            choices: row.type == .choice ? ["red": "red", "红": "red", "blue": "blue"] : [:])
        var chat = Chat(
            try PackBuilder().pack([
                "main#start": ask("?", rule, go: "main#next"), "main#next": ask("Next?", go: "end"),
            ]))
        let turn = try chat.walk([row.typed])
        if let read = row.read {
            #expect(chat.answer("answer").map(\.shown) == read)
            #expect(turn.reply?.text == "Next?")
        } else {
            #expect(chat.answer("answer") == nil, "read as \(chat.answer("answer").map(\.shown) ?? "")")
            #expect(turn.understood.hasPrefix("retry 1") || turn.understood.hasPrefix("key"))
        }
    }

    @Test(
        arguments: [
            (AnswerType.whole, TimeUnit.hours, "8 hours", "8"), (.whole, .hours, "8小时", "8"),
            (.whole, .hours, "8", "8"),
            (.whole, .hours, "2 days", nil), (.whole, .months, "2 years", "24"), (.whole, .months, "1年半", "18"),
            (.whole, .years, "18 months", nil), (.number, .years, "18 months", "1.5"),
            (.number, .days, "2 weeks", "14"),
            (.duration, .years, "8", "8 years"), (.duration, .years, "2.5", "2 years 6 months"),
            (.duration, .years, "8 months", "8 months"), (.duration, .months, "8", "8 months"),
            (.duration, .years, "2.4567", nil),
        ] as [(AnswerType, TimeUnit, String, String?)])
    func `a number counts what the question says`(
        _ type: AnswerType, _ unit: TimeUnit, _ typed: String, _ read: String?
    ) throws {
        var chat = Chat(
            try PackBuilder().pack([
                "main#start": ask("?", AnswerRule(type: type, unit: unit), go: "main#next"),
                "main#next": ask("Next?", go: "end"),
            ]))
        try chat.walk([typed])
        #expect(chat.answer("answer").map(\.shown) == read)
    }

    private func bounded(_ type: AnswerType, _ from: String?, _ to: String?, unknown: Bool = false) throws -> Chat {
        let rule = AnswerRule(
            type: type, from: try from.map { try Expression.parse($0) }, to: try to.map { try Expression.parse($0) },
            allowsUnknown: unknown)
        return Chat(
            try PackBuilder().pack([
                "main#first": ask("First?", save: "first", go: "main#q"), "main#q": ask("?", rule, go: "main#next"),
                "main#next": ask("Next?", go: "end"),
            ]))
    }

    @Test(
        arguments: [
            (AnswerType.whole, "1", "12", ["1", "12"], ["13", "100"]),
            (.number, "0.5", "2", ["0.5", "2"], ["0.4", "2.01"]),
            (.month, "2015-01", "today", ["2015-01", "2026-04"], ["2014-12", "2026-05"]),
            (.date, "2015-01-01", "today", ["2015-01-01", "2026-04-24"], ["2014-12-31", "2026-04-25"]),
        ] as [(AnswerType, String, String, [String], [String])])
    func `bounds hold at their ends`(
        _ type: AnswerType, _ from: String, _ to: String, _ good: [String], _ bad: [String]
    ) throws {
        for typed in good {
            var chat = try bounded(type, from, to)
            #expect(try chat.walk(["x", typed]).reply?.text == "Next?", "\(typed)")
        }
        for typed in bad {
            var chat = try bounded(type, from, to)
            #expect(try chat.walk(["x", typed]).understood == "retry 1", "\(typed)")
        }
    }

    @Test(arguments: ["7", "I don't know", "I don’t know", "不知道", "sijui", "not sure"])
    func `I do not know is an answer where the question allows it`(_ typed: String) throws {
        var chat = try bounded(.month, nil, nil, unknown: true)
        #expect(try chat.walk(["x", typed]).understood == "do not know")
        #expect(chat.shown == "Next?")
        #expect(chat.answer("answer") == .null)
        var strict = try bounded(.month, nil, nil)
        #expect(try strict.walk(["x", typed]).understood == "retry 1")
    }

    @Test func `the key for I do not know gives way to an answer within the bounds`() throws {
        var chat = try bounded(.whole, "1", "12", unknown: true)
        try chat.walk(["x", "7"])
        #expect(chat.answer("answer") == .number(7))
        var other = try bounded(.whole, "10", "12", unknown: true)
        #expect(try other.walk(["x", "7"]).understood == "do not know")
    }

    @Test(
        arguments: [
            (AnswerType.month, "2025-06", "March", "2026-03"), (.month, "2025-06", "八月", "2025-08"),
            (.month, "2025-03", "March", nil), (.month, "2022-01", "March", nil), (.month, "2025-06", "May", nil),
            (.date, "2025-11-01", "15 March", "2026-03-15"), (.date, "2025-11-01", "12月5日", "2025-12-05"),
            (.date, "2025-11-01", "3/4", nil),
        ] as [(AnswerType, String, String, String?)])
    func `a year that is not said is the only one within the bounds`(
        _ type: AnswerType, _ from: String, _ typed: String, _ read: String?
    ) throws {
        var chat = try bounded(type, from, "today")
        try chat.walk(["x", typed])
        #expect(chat.answer("answer").map(\.text) == read)
    }

    @Test(
        arguments: [
            (AnswerType.number, "1,5", "1.5"), (.number, "1.5", "1.5"), (.number, "1.500", nil),
            (.number, "1 500", "1500"),
            (.number, "1.500,25", "1500.25"), (.number, "1,500.25", "1500.25"), (.money, "500 FCFA", "500"),
            (.money, "2 500 francs", "2500"), (.money, "500 yuan", nil), (.money, "1,250", nil),
        ] as [(AnswerType, String, String?)])
    func `a pack in French reads decimals and money as French is written`(
        _ type: AnswerType, _ typed: String, _ read: String?
    ) throws {
        var builder = PackBuilder()
        builder.languages = [Language(tag: "en", name: "English"), Language(tag: "fr-SN", name: "Français")]
        builder.country = Country("SN")
        var chat = Chat(
            try builder.pack([
                "main#start": ask("?", AnswerRule(type: type), go: "main#next"), "main#next": ask("Next?", go: "end"),
            ]))
        try chat.walk([typed])
        #expect(chat.answer("answer").map(\.text) == read)
    }

    @Test func `nought is an answer where the bounds hold it, and home stays home`() throws {
        var chat = try bounded(.whole, "0", "12")
        try chat.walk(["x", "0"])
        #expect(chat.answer("answer") == .number(0))
        var back = try bounded(.whole, "1", "12")
        #expect(try back.walk(["x", "0"]).understood == "key back")
        #expect(back.shown == "First?")
        var home = try bounded(.whole, "0", "12")
        #expect(try home.walk(["x", "00"]).understood == "key home")
        #expect(home.shown == "First?")
    }

    @Test func `a text is as long as the question says`() throws {
        let rule = AnswerRule(type: .text, length: 2...5)
        let pack = try PackBuilder().pack([
            "main#start": ask("?", rule, go: "main#next"), "main#next": ask("Next?", go: "end"),
        ])
        for (typed, isGood) in [("a", false), ("ab", true), ("abcde", true), ("abcdef", false), ("你好", true)] {
            var chat = Chat(pack)
            #expect(try (chat.walk([typed]).reply?.text == "Next?") == isGood, "\(typed)")
        }
    }

    @Test func `a confirmed answer counts only after yes`() throws {
        let pack = try PackBuilder().pack([
            "main#first": ask("First?", save: "first", go: "main#q"),
            "main#q": ask("Month?", AnswerRule(type: .month), confirm: true, go: "main#next"),
            "main#next": ask("Next?", go: "end"),
        ])
        var chat = Chat(pack)
        #expect(try chat.walk(["x", "March 2026"]).reply?.text == "2026-03. Is this right? 1 Yes 2 No")
        #expect(chat.answer("answer") == nil)
        #expect(try chat.type("perhaps").reply?.text == "2026-03. Is this right? 1 Yes 2 No")
        #expect(try chat.type("no").reply?.text == "Month?")
        try chat.type("2026-04")
        #expect(try chat.type("0").reply?.text == "Month?")
        try chat.type("2026-05")
        #expect(try chat.type("yes").reply?.text == "Next?")
        #expect(chat.answer("answer")?.text == "2026-05")
        #expect(try chat.type("0").reply?.text == "Month?")
        #expect(try chat.type("0").reply?.text == "First?")
    }

    @Test(arguments: [AnswerType.text, .pin])
    func `a private answer stands in no transcript`(_ type: AnswerType) throws {
        let steps: KeyValuePairs<String, StepMaker> = [
            "main#start": menu("Go?", ["Yes -> main#q"]),
            "main#q": ask("Secret?", AnswerRule(type: type), isPrivate: type == .text, go: "main#next"),
            "main#next": ask("Next?", save: "other", go: "end"),
        ]
        var chat = Chat(try PackBuilder().pack(steps))
        let turn = try chat.walk(["1", "4711"])
        #expect(turn.input.isEmpty)
        #expect(!turn.understood.contains("4711"))
        #expect(chat.answer("answer")?.text == "4711")
        #expect(try chat.type("open").input == "open")

        var dialled = Chat(try PackBuilder().pack(steps))
        let shortcut = try dialled.dial("1*4711")
        #expect(shortcut.reply?.text == "Secret?")
        #expect(shortcut.input == "1")
    }
}
