import Conversation
import Expressions
import Telephony
import Testing

struct SMSTests {
    private func pack(_ change: (inout PackBuilder) -> Void = { _ in }) throws -> Pack {
        var builder = PackBuilder()
        builder.keywords = ["pay": "wages#start", "欠薪": "wages#start"]
        change(&builder)
        return try builder.pack([
            "main#start": menu("Main|主菜单", ["Pay|工资 -> wages#start", "Other|其他 -> main#other"]),
            "main#other": ask("Tell us.", go: "end"),
            "wages#start": ask("Month?|哪个月？", AnswerRule(type: .month), save: "month", go: "wages#name"),
            "wages#name": ask("Name?", save: "name", go: "end"), "help#start": menu("Help", ["Back -> back"]),
            "person#start": ask("Your name?", go: "end"),
        ])
    }

    @Test func `any first message gets the beginning`() throws {
        for text in ["hello", "你好", "1", "", "?"] {
            var chat = Chat(try pack())
            let turn = try chat.text(text)
            #expect(turn.reply == Reply(text: "Main\n1. Pay\n2. Other", ends: false), "\(text)")
            #expect(turn.isBeginning)
            #expect(turn.understood == "first message")
        }
    }

    @Test func `a claim code that is written where none is asked for is not kept as it was written`() throws {
        var chat = Chat(try pack())
        for written in ["04239-56175", "2", "04239-56175 please"] {
            let turn = try chat.text(written)
            #expect(!"\(turn.input) \(turn.understood)".contains("56175"))
        }
        #expect(chat.last?.input == "… please" && chat.last?.understood == "text … please")
    }

    @Test(arguments: [
        ("0423956175", "…"), ("my code is 04239 56175, please", "my code is …, please"),
        ("0 4 2 3 9 5 6 1 7 5", "…"),
    ])
    func `a code without its hyphen is known by whoever keeps the codes, and kept by no transcript`(
        _ written: String, _ input: String
    ) throws {
        let chat = Chat(try pack())
        let (machine, now) = (chat.machine, chat.now)
        let channel = ChannelView(name: "test", kind: .sms)
        var snapshot = Snapshot()
        snapshot.session = machine.receive(.message("hi"), on: channel, snapshot, at: now).session
        snapshot.session = machine.receive(.message("2"), on: channel, snapshot, at: now).session
        snapshot.findings = Findings()
        let asking = machine.receive(.message(written), on: channel, snapshot, at: now)
        #expect(asking.need == .code("0423956175"))
        snapshot.findings?.code = .nobody
        let number = machine.receive(.message(written), on: channel, snapshot, at: now)
        #expect(number.need == nil && number.input == written, "it may be a phone number")
        snapshot.findings?.code = .of(Holder(id: 7, person: Person()), code: 1)
        let code = machine.receive(.message(written), on: channel, snapshot, at: now)
        #expect(code.need == nil && code.input == input)
        #expect(!code.understood.contains("56175") && code.reply == number.reply, "nobody finds out by it")
    }

    @Test func `a keyword in any language begins its flow, at first and in the middle`() throws {
        for text in ["pay", "PAY!", " Pay ", "欠薪", "欠薪。"] {
            var chat = Chat(try pack())
            #expect(try chat.text(text).reply?.text == "Month?", "\(text)")
            #expect(chat.last?.understood == "keyword")
        }
        var chat = Chat(try pack())
        try chat.text("pay")
        try chat.text("2026-03")
        #expect(try chat.text("0").reply?.text == "Month?")
        let turn = try chat.text("欠薪")
        #expect(turn.reply?.text == "Month?")
        #expect(turn.replaced == .restarted)
    }

    @Test func `a late answer is not taken for one: it is asked whether to go on`() throws {
        var chat = Chat(try pack())
        try chat.text("pay")
        chat.wait(1_801)
        #expect(try chat.text("2026-03").reply?.text == BuiltInTexts.Name.resume.english)
        #expect(chat.answer("month") == nil)
        #expect(try chat.text("1").reply?.text == "Month?")
        #expect(try chat.text("2026-03").reply?.text == "Name?")
        chat.wait(1_800)
        #expect(try chat.text("Mei").outcome == .finished)
    }

    @Test func `a late answer to any question is not taken for one`() throws {
        var builder = PackBuilder()
        builder.keywords = ["pay": "main#start"]
        var chat = Chat(
            try builder.pack([
                "main#start": ask("Month?", AnswerRule(type: .month), save: "month", confirm: true, go: "main#next"),
                "main#next": ask("Next?", go: "end"),
            ]))
        try chat.text("hi")
        try chat.text("2026-03")
        chat.wait(7_200)
        #expect(try chat.text("1").reply?.text == BuiltInTexts.Name.resume.english)
        #expect(try chat.text("1").reply?.text == "Month?")
        #expect(chat.answer("month") == nil)
    }

    @Test func `words that work everywhere also work late`() throws {
        var chat = Chat(try pack { $0.destinations = [.person: "person#start"] })
        try chat.text("pay")
        chat.wait(7_200)
        #expect(try chat.text("PERSON").reply?.text == "Your name?")
        chat.wait(7_200)
        #expect(try chat.text("pay").reply?.text == "Month?")
    }

    @Test(arguments: [
        "STOP", "stop.", " Stop ", "UNSUBSCRIBE", "STOPALL", "退订", "TD", "arret", "ARRÊT", "acha", "रोकें", "إيقاف",
    ])
    func `a stop word comes before any flow and is answered once`(_ word: String) throws {
        var chat = Chat(try pack())
        try chat.text("pay")
        try chat.text("2026-03")
        let turn = try chat.text(word)
        #expect(turn.reply == Reply(text: BuiltInTexts.Name.stopped.english, ends: true))
        #expect(turn.outcome == .stopped)
        #expect(turn.step == "wages#name")
        #expect(chat.snapshot.person.isStopped)
        #expect(chat.snapshot.session == nil)
        #expect(try chat.text("hello").reply == nil)
        #expect(try chat.text("pay").reply == nil)
        #expect(chat.last?.understood == "stopped")
    }

    @Test(arguments: ["STOP it", "please stop", "end", "quit", "cancel", "nonstop"])
    func `what only holds a stop word is an answer`(_ text: String) throws {
        var chat = Chat(try pack())
        try chat.text("pay")
        try chat.text("2026-03")
        try chat.text(text)
        #expect(!chat.snapshot.person.isStopped)
        #expect(chat.last?.outcome == .finished)
    }

    @Test(arguments: ["START", "unstop", "恢复", "开始", "Anza"])
    func `a start word lets messages come again`(_ word: String) throws {
        var chat = Chat(try pack())
        try chat.text("STOP")
        #expect(try chat.text(word).reply == Reply(text: BuiltInTexts.Name.started.english, ends: true))
        #expect(!chat.snapshot.person.isStopped)
        #expect(try chat.text("hi").reply?.text == "Main\n1. Pay\n2. Other")
    }

    @Test func `no message goes out beside the conversation after a stop`() throws {
        var chat = Chat(
            try PackBuilder().pack(["main#start": menu("?", ["Go -> main#send"]), "main#send": send("Copy", go: "end")])
        )
        try chat.text("STOP")
        #expect(try chat.walk(["1"]).messages.isEmpty)
        #expect(chat.last?.outcome == .finished)
    }

    @Test func `who wants no messages is answered when she asks to be forgotten, and to nothing else`() throws {
        var builder = PackBuilder()
        builder.destinations = [.forget: "forget#sure"]
        builder.forgets = ["forget#gone"]
        let pack = try builder.pack([
            "main#start": menu("Main", ["Pay -> main#start"]),
            "forget#sure": menu("Sure?", ["Yes -> forget#gone", "No -> home"]), "forget#gone": end("Gone."),
        ])
        var chat = Chat(pack)
        try chat.text("STOP")
        for text in ["1", "hello", "HELP"] { #expect(try chat.text(text).reply == nil) }
        #expect(try chat.text("FORGET").reply?.text == "Sure?\n1. Yes\n2. No")
        #expect(try chat.text("2").reply == nil)
        #expect(chat.snapshot.session == nil && chat.snapshot.person.isStopped)
        #expect(try chat.text("1").reply == nil)
        #expect(try chat.text("FORGET").reply?.text == "Sure?\n1. Yes\n2. No")
        let turn = try chat.text("1")
        #expect(turn.forgets && turn.reply == Reply(text: "Gone.", ends: true) && turn.person.isStopped)
        #expect(try chat.text("FORGET").reply?.text == "Sure?\n1. Yes\n2. No")
        chat.wait(7_200)
        #expect(try chat.text("1").reply == nil)
    }

    @Test func `who wants no messages is asked by the pack of now, whatever her conversation began with`() throws {
        func pack(_ revision: String, _ more: [(String, StepMaker)] = []) throws -> Pack {
            var builder = PackBuilder(revision: revision)
            builder.destinations = [.forget: "forget#sure"]
            builder.forgets = ["forget#gone"]
            let main: [(String, StepMaker)] = [("main#start", menu("Main", ["Pay -> main#start"]))]
            return try builder.pack(
                main + more + [
                    ("forget#sure", menu("Sure?", ["Yes -> forget#gone", "No -> home"])), ("forget#gone", end("Gone.")),
                ])
        }
        let long = try pack("r1", [("a#one", end("One.")), ("b#two", end("Two.")), ("c#three", end("Three."))])
        for (first, then) in [(long, try pack("r2")), (try pack("r2"), long)] {
            var chat = Chat(first)
            try chat.text("STOP")
            #expect(try chat.text("FORGET").reply?.text == "Sure?\n1. Yes\n2. No")
            chat.publish(then, earlier: [first])
            #expect(try chat.text("FORGET").reply?.text == "Sure?\n1. Yes\n2. No")
            #expect(try chat.text("1").forgets)
        }
    }

    @Test(arguments: ["HELP", "help.", "info", "帮助", "aide", "msaada", "मदद", "مساعدة"])
    func `help is answered first, whatever is asked`(_ word: String) throws {
        var chat = Chat(try pack())
        #expect(try chat.text(word).reply?.text == BuiltInTexts.Name.help.english + "\nMain\n1. Pay\n2. Other")
        try chat.text("2")
        #expect(try chat.text(word).reply?.text == BuiltInTexts.Name.help.english + "\nTell us.")
        #expect(try chat.text("I need a lawyer").outcome == .finished)
    }

    @Test func `help can be a flow of the pack, and back leads to the question`() throws {
        var chat = Chat(try pack { $0.destinations = [.help: "help#start"] })
        try chat.text("pay")
        #expect(try chat.text("HELP").reply?.text == "Help\n1. Back")
        #expect(try chat.text("1").reply?.text == "Month?")
        try chat.text("HELP")
        #expect(try chat.text("0").reply?.text == "Month?")
    }

    @Test(arguments: [("LANGUAGE", "2"), ("语言", "中文"), ("langue", "two"), ("lugha", "２"), ("भाषा", "二")])
    func `the language menu shows each language by its own name and keeps the question`(_ word: String, _ typed: String)
        throws
    {
        var chat = Chat(try pack())
        try chat.text("pay")
        #expect(try chat.text(word).reply?.text == "Choose a language.\n1. English\n2. 中文")
        #expect(try chat.text(typed).reply?.text == "哪个月？")
        #expect(chat.snapshot.person.language == "zh-Hans")
        #expect(chat.snapshot.session?.language == "zh-Hans")
        #expect(try chat.text("00").reply?.text == "主菜单\n1. 工资\n2. 其他")
    }

    @Test func `the language menu is there at the first message, and turns pages`() throws {
        var builder = PackBuilder()
        builder.limit[.sms] = .ussd(septets: 60)
        builder.languages = (1...12).map { Language(tag: "t\($0)", name: "Language number \($0)") }
        var chat = Chat(try builder.pack(["main#start": menu("Main", ["Pay -> end"])]))
        #expect(try chat.text("LANGUAGE").reply?.text.hasPrefix("Choose a language.\n1. Language number 1") == true)
        for _ in 0..<12 where chat.shown?.contains("12. ") == false { try chat.text("9") }
        #expect(chat.shown?.contains("12. Language number 12") == true)
        #expect(try chat.text("12").reply?.text == "Main\n1. Pay")
        #expect(chat.snapshot.person.language == "t12")
    }

    @Test func `what is no language shows the question again`() throws {
        var chat = Chat(try pack())
        try chat.text("pay")
        try chat.text("LANGUAGE")
        #expect(try chat.text("0").reply?.text == "Month?")
        #expect(chat.snapshot.person.language == nil)
    }

    @Test func `a conversation goes on over another channel`() throws {
        var chat = Chat(try pack())
        try chat.walk(["1", "2026-03"])
        try chat.hangUp()
        #expect(try chat.text("Mei").outcome == .finished)
        try chat.text("pay")
        #expect(try chat.dial().reply?.text == BuiltInTexts.Name.resume.english)
        #expect(try chat.type("1").reply?.text == "Month?")
    }
}
