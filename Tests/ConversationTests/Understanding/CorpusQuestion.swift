import Conversation
import Expressions
import Telephony
import Testing

/// A question of the corpus of answers, in English and Chinese, asked on 24 April 2026 in China.
struct CorpusQuestion: Sendable, CustomTestStringConvertible {
    let name: String
    /// Of its answers in the corpus, how many are read when last measured; none may be read as another.
    let read: Int
    let verb: @Sendable () throws -> StepMaker

    var testDescription: String { name }

    func pack() throws -> Pack {
        var builder = PackBuilder()
        builder.country = Country("CN")
        return try builder.pack(["main#start": try verb(), "main#next": ask("Next?", go: "end")])
    }

    /// What the question took for the answer, as the corpus writes it; nil when it asks again.
    func reading(of typed: String, in pack: Pack) throws -> String? {
        var chat = Chat(pack)
        let turn = try chat.walk([typed])
        if let choice = turn.choice { return String(choice) }
        return chat.answer("answer").map { $0 == .null ? "do not know" : $0.shown }
    }
}

extension CorpusQuestion {
    static let all =
        menus + [
            typed("people", 70) { AnswerRule(type: .whole, from: try .parse("1"), to: try .parse("50")) },
            typed("hours", 39) { AnswerRule(type: .whole, from: try .parse("1"), to: try .parse("24"), unit: .hours) },
            typed("months", 76) {
                AnswerRule(type: .whole, from: try .parse("1"), to: try .parse("1200"), unit: .months)
            },
            typed("number", 81) { AnswerRule(type: .number) }, typed("money", 157) { AnswerRule(type: .money) },
            typed("duration", 61) { AnswerRule(type: .duration, unit: .years) },
            typed("month", 182) { AnswerRule(type: .month, from: try .parse("1990-01"), to: try .parse("today")) },
            typed("month_unknown", 39) {
                AnswerRule(
                    type: .month, from: try .parse("1990-01"), to: try .parse("today"), allowsUnknown: true)
            },
            typed("never", 23) {
                AnswerRule(
                    type: .month, from: try .parse("1990-01"), to: try .parse("today"),
                    choices: words(["never": ["2", "no", "none", "没有", "没", "从没", "无"]]))
            },
            typed("date", 79) { AnswerRule(type: .date, from: try .parse("2015-01-01"), to: try .parse("today")) },
            typed("yes_no", 118) { AnswerRule(type: .yesNo) }, typed("phone", 26) { AnswerRule(type: .phone) },
            typed("choice", 29) {
                AnswerRule(
                    type: .choice,
                    choices: words(["rural": ["farm", "农村", "农业"], "urban": ["town", "city", "城镇", "非农"]]))
            },
            typed("pin", 17) { AnswerRule(type: .pin) }, typed("id_number", 12) { AnswerRule(type: .idNumber) },
            typed("text", 5) { AnswerRule(type: .text) },
        ]

    private static let menus = [
        chosen(
            "trouble", 314,
            [
                OptionDraft(
                    "My pay is late|工资没发",
                    words: ["wages", "salary", "late pay", "欠薪", "工资", "salaire", "mshahara", "वेतन", "راتب"]),
                OptionDraft(
                    "I was fired|被辞退了",
                    words: ["fired", "dismissed", "sacked", "开除", "辞退", "licencié", "nimefukuzwa", "नौकरी गई", "طردت"]),
                OptionDraft(
                    "Hurt at work|工伤",
                    words: ["injury", "injured", "accident", "受伤", "blessure", "ajali", "चोट", "إصابة"]),
                OptionDraft(
                    "No contract|没有合同",
                    words: [
                        "no contract", "without contract", "没签合同", "sans contrat", "bila mkataba", "अनुबंध नहीं",
                        "بدون عقد",
                    ]),
                OptionDraft(
                    "Something else|其他问题",
                    words: ["other", "something", "其他", "别的", "autre", "nyingine", "अन्य", "غير ذلك"]),
            ]),
        chosen(
            "still_working", 67,
            [
                OptionDraft("Yes|在", words: ["y", "yeah", "still", "是", "是的", "还在"]),
                OptionDraft("No|不在", words: ["n", "left", "quit", "不", "不是", "离职", "走了"]),
            ]),
        chosen(
            "when_call", 46,
            [
                OptionDraft("As soon as possible|尽快", words: ["now", "soon", "asap", "现在", "马上"]),
                OptionDraft("Noon 12-2|中午12-14点", words: ["noon", "中午"]),
                OptionDraft("Evening 6-9|晚上6-9点", words: ["evening", "晚上"]), OptionDraft("Weekend|周末"),
            ]),
        chosen(
            "work", 101,
            [
                "Factory|工厂", "Building site|建筑工地", "Shop|商店", "Restaurant|餐馆", "Delivery|送外卖", "Cleaning|保洁",
                "Driver|司机", "Other|其他",
            ]),
    ]

    private static func typed(_ name: String, _ read: Int, _ rule: @escaping @Sendable () throws -> AnswerRule)
        -> CorpusQuestion
    {
        CorpusQuestion(name: name, read: read) { ask("?", try rule(), go: "main#next") }
    }

    private static func chosen(_ name: String, _ read: Int, _ options: [OptionDraft]) -> CorpusQuestion {
        CorpusQuestion(name: name, read: read) { menu("?", options) }
    }

    private static func words(_ choices: [String: [String]]) -> [String: String] {
        choices.reduce(into: [:]) { table, choice in
            for word in [choice.key] + choice.value { table[Folding.fold(word)] = choice.key }
        }
    }
}

extension Value {
    /// The value as a text; lengths of time in years and months whatever the language layer prints.
    var shown: String {
        guard case .duration(let span) = self else { return text }
        let parts = [(span.months / 12, "year"), (span.months % 12, "month")].filter { $0.0 > 0 }
        return parts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " ")
    }
}
