import ContentFiles
import Expressions
import Testing

/// Faults in what is asked, kept and sent.
extension RuleCorpusTests {
    private static let again = "Reply with one number. Example: 1. Shall we call this number?"
    private static let safety =
        "send: Never text us your ID number, bank card or password. We will never ask for them or for money."
    private static let message = "Please write a few words. Do not send ID or bank numbers."

    /// A text of its own, with its translation put before that of another.
    private static func text(_ context: String, _ source: String, _ translation: String) -> (String, String) {
        let before = "msgctxt \"callback#number.retry.2\""
        let entry = "msgctxt \"\(context)\"\nmsgid \"\(source)\"\nmsgstr \"\(translation)\"\n\n"
        return (before, entry + before)
    }

    /// So many more questions on the way to the flow for trouble.
    private static let detour = (
        steps: (
            Self.toAll,
            Self.toAll
                + (1...14).map { number in
                    let next = number == 14 ? "rights/trouble" : "way\(number + 1)"
                    return "  way\(number):\n    menu: Which way?\n    options: [Left -> \(next), Right -> \(next)]\n"
                }.joined()
        ),
        translations: (
            "msgctxt \"rights#start.menu\"",
            (1...14).map { number in
                [("menu", "Which way?", "哪边？"), ("options.1", "Left", "左边"), ("options.2", "Right", "右边")].map {
                    "msgctxt \"rights#way\(number).\($0.0)\"\nmsgid \"\($0.1)\"\nmsgstr \"\($0.2)\"\n\n"
                }.joined()
            }.joined() + "msgctxt \"rights#start.menu\""
        )
    )

    @Test(arguments: [
        Fault("typed-text", "# lint: allow typed-text", "#"),
        Fault("unbounded-answer", "type: number, unit: years, from: 0, to: 60", "type: number, unit: years, to: 60"),
        Fault("no-example", "Type the number to call, like +8613800000000", "Type the number to call."),
        Fault("refused-example", "example: 2026-03", "example: 2026-13"),
        Fault(
            "date-at-once", "type: phone, example: \"+8613800000000\"",
            "type: date, from: 1990-01-01, to: today, example: 2026-03-01",
            ("Type the number to call, like +8613800000000", "Which day? Like 2026-03-01"),
            ("like +8613800000000", "like 2026-03-01"), ("例：+8613800000000", "例：2026-03-01")),
        Fault(
            "missing-word", "type: phone, example: \"+8613800000000\"", "type: choice, choices: { mine: [my own] }"),
        Fault("reserved-word", "words: [noon, 中午]", "words: [noon, 帮助]"),
        Fault("long-typing", "# lint: allow long-typing", "#"),
        Fault("unconfirmed-number", "    confirm: true\n", ""),
        Fault(
            "no-retry",
            "    retry:\n      - \(message)\n      - \"Write what you need. Example: my boss closed the shop.\"\n", ""),
        Fault("same-retry", "Please reply 1 or 2. Shall we call this number?", "Call this number?"),
        Fault("one-retry", again, "Reply with one number. Shall we call this number?"),
        Fault(
            "many-tries", "- \"\(again)\"", "- \"\(again)\"\n      - \"Send 1 or 2.\"",
            text("callback#number.retry.3", "Send 1 or 2.", "请发1或2。")),
        Fault(
            "no-way-out", "menu: Call this number?", "menu: Call this number?\n    otherwise: number",
            also: ["far-person"]),
        Fault("blaming-word", "Still not clear.", "Wrong answer."),
        Fault("long-retry", message, message + String(repeating: " Please write what you need.", count: 5)),
        Fault("silent-effect", safety, "refer: welcomed"),
        Fault("bare-end", "The office decides. Text WAGES any time to see this again.", "The office decides."),
        Fault(
            "no-person", "  person: person", "  person: nobody",
            (
                "title: Phone numbers\n\nsteps:\n",
                "title: Phone numbers\n\nsteps:\n  nobody:\n    end: Nobody is here on day 7.\n"
            ), ("person: nobody", "person: hotlines#nobody"), ("-> hotlines", "-> hotlines#start"),
            ("go: hotlines", "go: hotlines#start"),
            text("hotlines#nobody.end", "Nobody is here on day 7.", "7号没人在。")),
        Fault(
            "far-person", "- Call me back -> callback\n      - Main menu -> home",
            "- Call me back -> home\n      - Main menu -> home"),
        Fault("lost-way", "resume: ask", "resume: restart", (toTrouble, toDetour), detour.steps, detour.translations),
        Fault(
            "slow-screen", "Type the number to call, like",
            "\(String(repeating: "Go on to it. ", count: 10))Type the number to call, like"),
        Fault(
            "no-copy", "residents plan. Not sure? Call 12393.",
            "residents plan. Not sure which one it is? Then call 12393 and ask, or look into the NHSA app on a phone."
        ),
        Fault(
            "hurried-answer", "    no_shortcut: true\n    options:\n      - label: \"Yes\"",
            "    options:\n      - label: \"Yes\""),
        Fault(
            "personal-greeting", "Free help for workers\\n免费务工帮助", "Free help for workers ${person.sex}\\n免费务工帮助",
            ("\"Free help for workers\\n\"", "\"Free help for workers ${person.sex}\\n\"")),
        Fault("resume-topic", "resume: ask", "resume: continue"),
        Fault("before-consent", "save: call_time", "save: person.sex", ("${call_time}", "${person.sex}")),
        Fault("kept-secret", "type: phone, example: \"+8613800000000\"", "type: pin, example: \"1380\""),
        Fault(
            "private-in-message", "is free, claim before ${format_month(last_month)}",
            "is free, claim before ${format_month(person.birth_month)}",
            ("${format_month(last_month)}前申请。法援", "${format_month(person.birth_month)}前申请。法援"),
            also: ["hurried-answer"]),
        Fault("unused-answer", "${topic}. ${call_time}. ", "${topic}. "),
        Fault(
            "stop-word", "    - { words: [停, 停止, 不要再发], language: zh-Hans, source: own wording }\n", "",
            also: ["bare-help"]),
        Fault("country-words", "      country: CN\n", ""),
        Fault(
            "bare-help", "LANGUAGE, STOP no more texts, FORGET", "LANGUAGE, FORGET",
            ("free; network may charge", "welcome")),
        Fault(
            "named-topic", "Did the next step work?", "Did you get your wages?", ("办成了吗？", "工资拿到了吗？")),
        Fault(
            "unasked-reminder", safety, "remind: hotlines\n    after: 30d",
            ("consent: person.consent\n", ""), ("    keep: person\n", ""),
            also: ["named-topic", "silent-effect", "unnamed-sender"]),
        Fault(
            "unnamed-sender", safety,
            "remind: hotlines\n    after: 30d\n    go: noted\n  noted:\n    say: Noted. Call 12333.",
            text("welcome#noted.say", "Noted. Call 12333.", "记下了。12333"), also: ["named-topic"]),
        Fault("odd-name", "constants:\n", "constants:\n  reply-hours: 48\n"),
    ])
    func `a fault in what is asked, kept or sent is found, and nothing else`(_ fault: Fault) throws {
        let pack = try #require(Self.pack)
        let broken = changed(pack, by: fault)
        #expect(broken != pack, "the pack has nothing of it any more")
        var settings = CheckSettings()
        settings.today = CalendarDate(year: 2026, month: 11, day: 26)
        let found = try findings(in: broken, settings: settings, families: "IENSPOX")
        #expect(Set(found.map(\.id)) == fault.also.union([fault.rule]), "\(found.map(\.description))")
    }
}
