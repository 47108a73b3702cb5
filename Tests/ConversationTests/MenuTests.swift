import Conversation
import Testing

struct MenuTests {
    private func troubles() throws -> Pack {
        try PackBuilder().pack([
            "main#start": menu(
                "Which one?|哪一个？",
                [
                    OptionDraft("Not paid|没发工资 -> main#a", words: ["wages"]),
                    OptionDraft("Injured at work|工伤 -> main#b", words: ["accident"]),
                    OptionDraft("Fired|被辞退 -> main#c"), OptionDraft("No contract|没有合同 -> main#d"),
                ]),
            "main#a": end("A"), "main#b": end("B"), "main#c": end("C"), "main#d": end("D"),
        ])
    }

    private func choice(_ typed: String) throws -> Int? {
        var chat = Chat(try troubles())
        return try chat.walk([typed]).choice
    }

    @Test(arguments: [
        "1", "1.", "(1)", "#1", " 1 ", "1)", "01", "１", "（１）", "＃1", "١", "۱", "१", "১", "๑", "၁", "១", "፩", "1️⃣", "一",
        "壹", "one",
        "ONE", "One.", "l", "L", "I", "un", "moja", "एक", "واحد", "Not paid", "not  paid", "NOT PAID!", "没发工资", "wages",
        "Wages.",
        "not", "not pa", "没发", "not payd", "wagse", "1 not paid", "1. Not paid", "1 没发工资",
    ])
    func `the first option is chosen in every forgiving form`(_ typed: String) throws {
        #expect(try choice(typed) == 1)
    }

    @Test(arguments: [
        "no", "n", "没", "13", "1 2", "1,2", "1/2", "12", "-", "?", "", "2 not paid", "five", "5", "一二", "paid", "me",
        "有合同", "1 or 2",
        "ired", "tired", "hired", "工作", "nope", "100", "-.-", "😀",
    ])
    func `what could mean two things or nothing is not guessed`(_ typed: String) throws {
        #expect(try choice(typed) == nil)
    }

    @Test func `what is the opposite in one ideograph is not a spelling`() throws {
        let pack = try PackBuilder().pack([
            "main#start": menu("?", ["我有合同 -> main#a", "Other -> main#a"]), "main#a": end("A"),
        ])
        var chat = Chat(pack)
        #expect(try chat.walk(["没有合同"]).choice == nil)
        #expect(try chat.type("我有合同").choice == 1)
    }

    @Test func `a word of two options chooses neither`() throws {
        let pack = try PackBuilder().pack([
            "main#start": menu(
                "?",
                [OptionDraft("Wages -> main#a", words: ["money"]), OptionDraft("Loans -> main#a", words: ["money"])]),
            "main#a": end("A"),
        ])
        var chat = Chat(pack)
        #expect(try chat.walk(["money"]).choice == nil)
        #expect(chat.last?.understood == "retry 1")
    }

    @Test func `a near spelling of two options chooses neither, an exact word wins`() throws {
        let pack = try PackBuilder().pack([
            "main#start": menu("?", ["Hired -> main#a", "Hides -> main#a"]), "main#a": end("A"),
        ])
        var chat = Chat(pack)
        #expect(try chat.walk(["hidez"]).choice == 2)
        var other = Chat(pack)
        #expect(try other.walk(["hided"]).choice == nil)
        #expect(try other.type("hired").choice == 1)
    }

    @Test func `words that work everywhere are not the beginning of an option`() throws {
        let pack = try PackBuilder().pack([
            "main#start": menu("First", ["Next -> main#second"]),
            "main#second": menu("Second", ["Back pay -> main#a", "Helper -> main#a"]), "main#a": end("A"),
        ])
        var chat = Chat(pack)
        try chat.walk(["1", "back"])
        #expect(chat.shown == "First\n1. Next")
        try chat.type("1")
        #expect(try chat.type("help").choice == nil)
        #expect(try chat.type("back pay").choice == 1)
    }

    @Test func `a label that is a number can be typed when no option has that number`() throws {
        let pack = try PackBuilder().pack([
            "main#start": menu("How much?", ["500 -> main#a", "2 -> main#a", "ten people -> main#a"]),
            "main#a": end("A"),
        ])
        for (typed, choice) in [("500", 1), ("2", 2), ("3", 3), ("50", nil), ("ten", nil)] as [(String, Int?)] {
            var chat = Chat(pack)
            #expect(try chat.walk([typed]).choice == choice, "\(typed)")
        }
    }

    @Test func `hidden options keep the numbers of the others`() throws {
        let pack = try PackBuilder().pack([
            "main#start": set(["member": "false"], go: "main#choose"),
            "main#choose": menu(
                "?",
                [
                    OptionDraft("One -> main#a"), OptionDraft("Two -> main#a", when: "member"),
                    OptionDraft("Three -> main#c"),
                ]),
            "main#a": end("A"), "main#c": end("C"),
        ])
        var chat = Chat(pack)
        try chat.dial()
        #expect(chat.shown == "?\n1. One\n3. Three")
        #expect(try chat.type("2").choice == nil)
        #expect(try chat.type("two").choice == nil)
        #expect(try chat.type("3").choice == 3)
        #expect(chat.shown == "C")
    }

    @Test func `a condition that fails hides its option and is flagged`() throws {
        let pack = try PackBuilder().pack([
            "main#start": menu("?", ["One -> end", OptionDraft("Two -> end", when: "1 / 0 = 1")])
        ])
        var chat = Chat(pack)
        let turn = try chat.dial()
        #expect(turn.reply?.text == "?\n1. One")
        #expect(turn.flags.map(\.kind) == [.expression])
        #expect(turn.flags.first?.step == "main#start")
    }

    @Test func `old digits still choose`() throws {
        let pack = try PackBuilder().pack([
            "main#start": menu(
                "?", [OptionDraft("One -> main#a"), OptionDraft("Two -> main#b", aliases: ["9", "12"])]),
            "main#a": end("A"), "main#b": end("B"),
        ])
        for typed in ["9", "12", "१२", "#9", "nine"] {
            var chat = Chat(pack)
            #expect(try chat.walk([typed]).reply?.text == "B", "\(typed)")
        }
    }

    @Test func `a number over nine chooses, and page keys give way on the last page`() throws {
        let options = (1...12).map { OptionDraft("Town number \($0) -> main#\($0)") }
        let steps: [(String, StepMaker)] =
            [("main#start", menu("Where do you live now?", options))] + (1...12).map { ("main#\($0)", end("\($0)!")) }
        let pack = try PackBuilder().pack(steps)
        var chat = Chat(pack)
        #expect(try chat.dial().reply?.text.contains("9 More") == true)
        #expect(try chat.type("12").reply?.text == "12!")
        try chat.dial()
        try chat.type("9")
        #expect(chat.shown?.contains("0 Back") == true)
        while chat.shown?.contains("9 More") == true { try chat.type("9") }
        #expect(try chat.type("9").reply?.text == "9!")
    }

    @Test func `a chosen label is kept in the language of the files`() throws {
        let pack = try PackBuilder().pack([
            "main#start": menu("?", ["Yes|是 -> main#q"], save: "still"), "main#q": ask("${still}", go: "end"),
        ])
        var chat = Chat(pack)
        chat.snapshot.person.language = "zh-Hans"
        #expect(try chat.dial().reply?.text == "?\n1. 是")
        #expect(try chat.type("是").reply?.text == "Yes")
    }
}
