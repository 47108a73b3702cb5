import Conversation
import Expressions
import Testing

/// What people agree to, and the words that they read.
struct ConsentTests {
    private func pack(
        wording: Int? = 1, question: String = "May we keep it?|可以保存吗？", revision: String = "r1",
        consent: String? = "person.consent"
    ) throws -> Pack {
        var builder = PackBuilder(consent: try consent.map { try Expression.parse($0) }, revision: revision)
        builder.fields = ["consent": PersonField(type: .yesNo, wording: wording)]
        return try builder.pack([
            "main#start": branch([("known(person.consent)", "main#menu"), (nil, "main#ask")]),
            "main#ask": menu(question, ["Yes|是 -> main#yes", "No|不 -> main#no"]),
            "main#yes": set(["person.consent": "true"], go: "main#menu"),
            "main#no": set(["person.consent": "false"], go: "main#menu"),
            "main#menu": menu("What now?", ["Take it back -> main#no", "Agree -> main#yes", "Bye -> main#bye"]),
            "main#bye": end("Bye."),
        ])
    }

    private static let english = "May we keep it?\n1. Yes\n2. No"

    @Test func `a yes is noted with the question as she read it`() throws {
        var chat = Chat(try pack(wording: 3))
        try chat.text("hi")
        let turn = try chat.text("1")
        #expect(
            turn.consents == [
                ConsentNote(
                    subject: "person.consent", change: .given, step: "main#ask", text: Self.english, wording: 3,
                    language: "en", revision: RevisionID("r1"), channel: "test")
            ])
        #expect(chat.snapshot.person.agreed == ["consent": 3])
    }

    @Test func `the words are those of her language`() throws {
        var chat = Chat(try pack())
        chat.snapshot.person.language = "zh-Hans"
        try chat.dial()
        let note = try #require(try chat.type("1").consents.first)
        #expect(note.text == "可以保存吗？\n1. 是\n2. 不" && note.language == "zh-Hans")
    }

    @Test func `a no is refused at first, and taken back after a yes`() throws {
        var chat = Chat(try pack())
        try chat.text("hi")
        #expect(try chat.text("2").consents.map(\.change) == [.refused])
        #expect(try chat.text("2").consents.map(\.change) == [.given])
        let taken = try #require(try chat.text("1").consents.first)
        #expect(taken.change == .withdrawn && taken.step == "main#menu")
        #expect(chat.snapshot.person.agreed.isEmpty)
    }

    @Test func `what is no consent is not noted`() throws {
        var chat = Chat(try pack(wording: nil, consent: nil))
        try chat.text("hi")
        #expect(try chat.text("1").consents.isEmpty)
        #expect(try Chat(pack(wording: nil)).machine.packs.current.consents == ["consent"])
    }

    @Test func `STOP and START are noted with what she is told, and a provider's STOP without words`() throws {
        var chat = Chat(try pack())
        try chat.text("hi")
        let stop = try #require(try chat.text("STOP").consents.first)
        #expect(stop.subject == "messages" && stop.change == .withdrawn)
        #expect(stop.text == BuiltInTexts.Name.stopped.english)
        #expect(try chat.text("STOP").consents.isEmpty)
        #expect(try chat.text("START").consents.map(\.change) == [.given])
        let told = try #require(try chat.receive(.optOut, .sms).consents.first)
        #expect(told.change == .withdrawn && told.text.isEmpty && told.step.isEmpty)
        #expect(try chat.receive(.optOut, .sms).consents.isEmpty)
    }

    @Test func `words that the pack declares new are asked for anew, and other changes are not`() throws {
        var chat = Chat(try pack())
        try chat.text("hi")
        try chat.text("1")
        try chat.text("3")
        try chat.publish(pack(question: "May we keep it, please?", revision: "r2"))
        #expect(try chat.text("hi").reply?.text.hasPrefix("What now?") == true)
        try chat.text("3")
        try chat.publish(pack(wording: 2, question: "May we keep it for longer?", revision: "r3"))
        #expect(try chat.text("hi").reply?.text.hasPrefix("May we keep it for longer?") == true)
        #expect(chat.snapshot.person.fields["consent"] == nil)
        #expect(try chat.text("1").consents.map(\.wording) == [2])
        #expect(chat.snapshot.person.agreed == ["consent": 2])
    }

    @Test func `who said no is not asked again because the words are new`() throws {
        var chat = Chat(try pack())
        try chat.text("hi")
        try chat.text("2")
        try chat.text("3")
        try chat.publish(pack(wording: 2, revision: "r2"))
        #expect(try chat.text("hi").reply?.text.hasPrefix("What now?") == true)
    }

    @Test func `no reminder goes to who agreed to earlier words`() throws {
        var chat = Chat(try pack())
        try chat.text("hi")
        try chat.text("1")
        try chat.text("3")
        try chat.publish(pack(wording: 2, revision: "r2"))
        let turn = try chat.fire(Reminder(step: "main#menu", at: chat.now))
        #expect(turn.reply == nil && turn.understood == "no reminder: no consent")
    }

    @Test func `of two records the later answer counts, with its wording`() {
        let older = Person(fields: ["consent": .boolean(true)], agreed: ["consent": 1])
        let agreed = Person(fields: ["consent": .boolean(true)], agreed: ["consent": 2])
        let refused = Person(fields: ["consent": .boolean(false)])
        #expect(older.merging(agreed).agreed == ["consent": 2])
        #expect(older.merging(refused).agreed.isEmpty)
        #expect(older.merging(Person()).agreed == ["consent": 1])
    }
}
