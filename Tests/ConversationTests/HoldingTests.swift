import Conversation
import Expressions
import Testing

/// One conversation over SMS and USSD: an SMS is held while a USSD dialogue is open.
struct HoldingTests {
    private func pack() throws -> Pack {
        var builder = PackBuilder()
        builder.keywords = ["pay": "main#pay"]
        builder.identity = IdentitySettings(check: ["region"])
        return try builder.pack([
            "main#start": menu("Main|主", ["City -> main#city", "PIN -> main#pin", "Bye -> main#bye"]),
            "main#city": ask("City?", save: "person.region", go: "main#start"),
            "main#pin": ask("PIN?", AnswerRule(type: .pin), save: "pin", go: "main#start"),
            "main#pay": menu("Pay?", ["Yes -> main#bye"]),
            "main#bye": end("Bye."),
        ])
    }

    private let resume = BuiltInTexts.Name.resume.english
    private let start = "Main\n1. City\n2. PIN\n3. Bye"

    @Test func `an SMS in a USSD dialogue is held and moves nothing`() throws {
        var chat = Chat(try pack())
        try chat.walk(["1"])
        let before = chat.snapshot
        chat.wait(5)
        let turn = try chat.text("  pay ")
        #expect(turn.hold == Hold(text: "pay", until: before.session.map { $0.lastAt + 180 } ?? chat.now))
        #expect(turn.reply == nil && !turn.frees && turn.input.isEmpty && turn.understood.isEmpty)
        #expect(chat.snapshot == before)
    }

    @Test(arguments: ["STOP", "stop", "退订"]) func `STOP waits for nothing`(_ word: String) throws {
        var chat = Chat(try pack())
        try chat.walk(["1"])
        let turn = try chat.text(word)
        #expect(turn.hold == nil && turn.person.isStopped && turn.outcome == .stopped)
        #expect(turn.reply?.text.hasPrefix("You will get no more messages") == true)
        #expect(try chat.type("Wuhan").reply == Reply(text: BuiltInTexts.Name.goodbye.english, ends: true))
        try chat.dial()
        #expect(try chat.text("pay").hold == nil)
        #expect(chat.shown == nil)
    }

    @Test func `a dialogue that nobody says is over is over after its time`() throws {
        var chat = Chat(try pack())
        try chat.dial()
        chat.wait(100)
        try chat.type("1")
        chat.wait(179)
        #expect(try chat.text("Wuhan").hold != nil)
        chat.wait(1)
        #expect(try chat.text("Wuhan").hold == nil)
        #expect(chat.shown == start)
        #expect(chat.snapshot.person.fields["region"] == .text("Wuhan"))
        #expect(chat.snapshot.session?.dialogue == nil)
        #expect(try chat.type("1").reply?.text == resume)
    }

    @Test func `how long and how many are settings`() throws {
        var limits = MachineLimits()
        limits.dialogue = 20
        limits.held = 1
        var chat = Chat(try pack(), limits: limits)
        try chat.dial()
        chat.wait(19)
        #expect(try chat.text("pay").hold?.until == chat.now + 1)
        chat.snapshot.held = 1
        #expect(try chat.text("pay").reply?.text == BuiltInTexts.Name.tooMany.english)
        chat.wait(1)
        chat.snapshot.held = 0
        #expect(try chat.text("pay").reply?.text == "Pay?\n1. Yes")
    }

    @Test func `when the dialogue is over, what is held is dealt with; not before`() throws {
        var chat = Chat(try pack())
        try chat.dial()
        #expect(!(try chat.type("1").frees))
        chat.snapshot.held = 1
        #expect(!(try chat.type("Wuhan").frees))
        #expect(try chat.hangUp().frees)
        #expect(!(try chat.dial().frees))
        #expect(!(try chat.type("1").frees))
        #expect(try chat.type("3").frees)
    }

    @Test func `what is held while a dialogue is open again stays held`() throws {
        var chat = Chat(try pack())
        try chat.dial()
        chat.snapshot.held = 1
        let since = chat.now
        chat.wait(170)
        try chat.type("1")
        chat.wait(10)
        #expect(try chat.receive(.held("pay", since: since), .sms).hold == Hold(text: "pay", until: chat.now + 170))
    }

    @Test func `an SMS comes after those that are held, even when no dialogue is open any more`() throws {
        var chat = Chat(try pack())
        try chat.walk(["1"])
        try chat.hangUp()
        chat.snapshot.held = 1
        let turn = try chat.text("Wuhan")
        #expect(turn.hold == Hold(text: "Wuhan", until: chat.now))
        #expect(turn.frees)
    }

    @Test func `an SMS that came before her last answer is no answer to what stands now`() throws {
        var chat = Chat(try pack())
        try chat.dial()
        chat.snapshot.held = 1
        chat.wait(5)
        let since = chat.now
        chat.wait(5)
        try chat.type("1")
        try chat.hangUp()
        chat.wait(5)
        let turn = try chat.receive(.held("2", since: since), .sms)
        #expect(turn.reply?.text == resume)
        #expect(turn.input.isEmpty && turn.understood == "held, resume?")
        #expect(chat.snapshot.person.fields["region"] == nil)
        #expect(try chat.receive(.held("pay", since: since), .sms).reply?.text == "Pay?\n1. Yes")
        #expect(chat.last?.input == "pay")
    }

    @Test func `an SMS that came after her last answer is the answer to what stands open`() throws {
        var chat = Chat(try pack())
        try chat.walk(["1"])
        chat.snapshot.held = 1
        chat.wait(5)
        let since = chat.now
        chat.wait(175)
        #expect(try chat.receive(.held("Wuhan", since: since), .sms).reply?.text == start)
        #expect(chat.snapshot.person.fields["region"] == .text("Wuhan"))
    }

    @Test func `a PIN that was held is kept nowhere`() throws {
        var chat = Chat(try pack())
        try chat.walk(["2"])
        chat.snapshot.held = 1
        chat.wait(5)
        let since = chat.now
        chat.wait(5)
        try chat.type("0")
        try chat.hangUp()
        let turn = try chat.receive(.held("47114", since: since), .sms)
        #expect(turn.input.isEmpty && !turn.understood.contains("47114"))
    }

    @Test func `after a dialogue that came to its end, what was held begins anew`() throws {
        var chat = Chat(try pack())
        try chat.dial()
        chat.snapshot.held = 1
        let since = chat.now
        chat.wait(5)
        try chat.type("3")
        #expect(try chat.receive(.held("pay", since: since), .sms).reply?.text == "Pay?\n1. Yes")
        #expect(chat.last?.isBeginning == true)
    }

    @Test func `one too many is told to wait, in her language, and leaves the conversation alone`() throws {
        var chat = Chat(try pack())
        chat.snapshot.person.language = "zh-Hans"
        try chat.dial()
        chat.snapshot.held = 3
        let before = chat.snapshot
        let turn = try chat.text("pay")
        #expect(turn.hold == nil && turn.input.isEmpty)
        #expect(turn.reply?.text == BuiltInTexts.Name.tooMany.english)
        #expect(turn.session == before.session)
    }

    @Test func `an SMS is held while the question before a silent number stands on the screen`() throws {
        var chat = Chat(try pack())
        try chat.walk(["1", "Wuhan", "3"])
        chat.wait(61 * 86_400)
        let question = try #require(try chat.dial().reply?.text)
        chat.wait(5)
        let since = chat.now
        #expect(try chat.text("2").hold?.until == chat.now + 175)
        chat.snapshot.held = 1
        chat.wait(5)
        try chat.type("1")
        #expect(try chat.hangUp().frees)
        chat.wait(5)
        let turn = try chat.receive(.held("2", since: since), .sms)
        #expect(turn.move == nil && turn.reply?.text.hasSuffix("City?") == true)
        chat.wait(5)
        #expect(question.hasPrefix("Have you used this service before?"))
        #expect(try chat.receive(.held("Wuhan", since: chat.now), .sms).reply?.text == start)
    }
}
