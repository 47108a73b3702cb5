import Conversation
import Expressions
import TestSupport
import Testing

/// A number whose record went to another one, and that was asked whether it was she.
struct ObjectionTests {
    private let pack: Pack
    private var chat: Chat

    init() throws {
        var builder = PackBuilder()
        builder.identity = IdentitySettings(check: ["region"], lock: 100)
        pack = try builder.pack([
            "main#start": menu("Hello ${default(person.region, 'you')}|你好", ["City -> main#city", "Bye -> main#bye"]),
            "main#city": ask("Which city?|哪个城市？", save: "person.region", go: "main#start"),
            "main#bye": end("Bye."),
        ])
        chat = Chat(pack)
        chat.snapshot.person.fields["region"] = .text("Wuhan")
        chat.snapshot.person.pin = PIN(salt: [1], hash: [2], attempts: Attempts(locks: 1))
        chat.snapshot.address = AddressState(standing: .unverified, objectionUntil: chat.now + 1_000)
    }

    @Test mutating func `a 2 by SMS objects once, opens a case that names nothing, and lets nobody in`() throws {
        let turn = try chat.text("2")
        #expect(turn.reply == Reply(text: "Thank you. We will look into it.", ends: true))
        #expect(turn.cases == [OpenedCase(number: 1, topic: "objection", note: "", step: "")])
        #expect(turn.frozenUntil == chat.now + 200)
        #expect(turn.address?.standing == .unverified && turn.move == nil && turn.input.isEmpty)
        let next = try chat.text("2")
        #expect(next.reply?.text == "Have you used this service before? 1 Yes 2 No")
        #expect(next.cases.isEmpty && next.frozenUntil == nil)
    }

    @Test mutating func `whatever else she writes keeps the time to object, until the gate asks`() throws {
        var asked = chat
        try asked.text("hello")
        let answered = try asked.text("2")
        #expect(answered.move == .newcomer && answered.cases.isEmpty)
        #expect(asked.snapshot.address.objectionUntil == nil)
        #expect(try chat.text("STOP").cases.isEmpty)
        #expect(try chat.text("2").reply == nil)  // she wants no more messages
        try chat.text("START")
        #expect(try chat.text("2").cases.count == 1)
    }

    @Test mutating func `by USSD, too late, or where the number is hers a 2 is no objection`() throws {
        var dialled = chat
        try dialled.dial()
        #expect(try dialled.type("2").move == .newcomer)
        var own = chat
        own.snapshot.address.standing = .verified
        #expect(try own.text("2").cases.isEmpty)
        chat.wait(1_000)
        #expect(try chat.text("2").reply?.text == "Have you used this service before? 1 Yes 2 No")
    }

    @Test mutating func `an SMS that was held objects by the time when it came`() throws {
        let since = chat.now + 999
        chat.wait(2_000)
        var asked = chat
        try asked.dial()
        asked.wait(200)
        #expect(try asked.receive(.held("2", since: since), .sms).cases.count == 1)
        #expect(try chat.receive(.held("2", since: since + 1), .sms).cases.isEmpty)
    }

    @Test mutating func `whoever gets a number that nobody had for a while may object to nothing`() throws {
        chat.snapshot.address.heardAt = chat.now + -7_200
        try chat.receive(.gone, .sms)
        #expect(chat.snapshot.address.objectionUntil == nil)
    }

    @Test func `the question is asked in the language of the record, with the days of the pack`() throws {
        let objection = try #require(pack.objection(in: "en", at: chat.now))
        #expect(objection.question.contains("reply 2 within 3 days"))
        #expect(objection.until == chat.now + 3 * 86_400 && objection.heardAfter == chat.now + -60 * 86_400)
    }
}
