import Conversation
import Expressions
import Telephony
import Testing

struct RedactionTests {
    @Test func `what was typed at a private question shows on no later screen to whoever may not see it`() throws {
        var told = try Story(
            PackBuilder().pack([
                "m#job": ask("Your job?", save: "job", go: "m#pay"),
                "m#pay": ask("Your pay?", save: "pay", isPrivate: true, go: "m#echo"),
                "m#echo": say("You earn ${pay} by ${job}.", go: "m#more"),
                "m#more": menu("More?", [.init("Again -> m#job"), .init("End -> m#bye")]),
                "m#bye": end("Bye."),
            ]))
        try told.play(["cook", "4321", "5", "2"])
        #expect(told.screens(.whole).map { $0?.contains("4321") } == [false, false, true, false, false])
        let seen = told.screens(.redacted)
        #expect(seen == ["Your job?", "Your pay?", Redaction.mask, Redaction.mask, "Bye."])
        #expect(told.lines.map(\.input) == ["", "cook", "", "5", "2"])
    }

    @Test func `a private answer that is confirmed is withheld while it stands there`() throws {
        var told = try Story(
            PackBuilder().pack([
                "m#ask": ask("Which number?", save: "phone", confirm: true, isPrivate: true, go: "m#bye"),
                "m#bye": end("Bye."),
            ]))
        try told.play(["4321", "1"])
        #expect(told.lines[1].reply?.contains("4321") == true)
        #expect(told.screens(.redacted) == ["Which number?", Redaction.mask, "Bye."])
    }

    @Test func `notes and messages that hold a private answer are withheld, others lose their numbers`() throws {
        let pack = try PackBuilder().pack([
            "m#ask": ask("Tell us.", save: "words", isPrivate: true, go: "m#open"),
            "m#open": refer("help", note: "She said ${words}.", go: "m#other"),
            "m#other": refer("help", note: "Another.", go: "m#sms"), "m#sms": send("It is ${words}.", go: "m#bye"),
            "m#bye": end("Bye."),
        ])
        let redaction = Redaction(of: pack)
        #expect(redaction.redacted(note: "She said abc.", writtenAt: "m#open") == Redaction.mask)
        #expect(redaction.redacted(note: "Call 13800138000", writtenAt: "m#other") == "Call •••••••••00")
        #expect(redaction.redacted(note: "x", writtenAt: "gone#step") == Redaction.mask)
        var told = Story(pack)
        try told.play(["abc"])
        let lines = redaction.redacted(told.lines)
        #expect(lines.map(\.reply) == ["Tell us.", "Bye."])
        #expect(redaction.redacted(message: "It is abc.", writtenIn: lines[1]) == Redaction.mask)
        #expect(redaction.redacted(message: "Tell us on 13800138000", writtenIn: lines[0]) == "Tell us on •••••••••00")
        #expect(redaction.redacted(message: "It is abc.", writtenIn: nil) == Redaction.mask)
        // Of turns of one moment any may have written it.
        #expect(redaction.redacted(message: "It is abc.", writtenInOneOf: lines.reversed()) == Redaction.mask)
        #expect(redaction.redacted(message: "It is abc.", writtenInOneOf: []) == Redaction.mask)
        #expect(redaction.redacted(message: "Tell us.", writtenInOneOf: [lines[0]]) == "Tell us.")
    }

    @Test func `what she had sent to herself is withheld, and so is the name of a private place`() throws {
        var builder = PackBuilder()
        builder.privateSteps = ["m#card"]
        var told = try Story(
            builder.pack([
                "m#ask": ask("Town?", save: "town", isPrivate: true, go: "m#card"),
                "m#card": send("Card.", go: "m#bye"), "m#bye": end("In ${default(town_name, 'none')}."),
            ]))
        try told.play(["abc"])
        let lines = Redaction(of: told.pack).redacted(told.lines)
        #expect(lines.map(\.reply) == ["Town?", Redaction.mask])
        #expect(Redaction(of: told.pack).redacted(message: "Card.", writtenIn: told.lines[1]) == Redaction.mask)
        #expect(Redaction(of: told.pack).redacted(message: "Town?", writtenIn: told.lines[0]) == "Town?")
    }

    @Test func `a copy of a private answer is private, in a called flow too`() throws {
        var told = try Story(
            PackBuilder().pack([
                "m#ask": ask("Born?", save: "born", isPrivate: true, go: "m#call"),
                "m#call": call("c#show", with: ["day": "born"], go: "m#bye"), "c#show": ask("${day}?", go: "end"),
                "m#bye": end("Bye."),
            ]))
        try told.play(["1980", "x"])
        #expect(told.screens(.redacted) == ["Born?", Redaction.mask, "Bye."])
    }

    @Test func `what is reckoned from a private answer is private`() throws {
        var told = try Story(
            PackBuilder().pack([
                "m#ask": ask("Months?", save: "months", isPrivate: true, go: "m#sum"),
                "m#sum": set(["total": "months & ' months'"], go: "m#show"),
                "m#show": say("${total} in all.", go: "m#more"),
                "m#more": menu("More?", [.init("End -> m#bye")]), "m#bye": end("Bye."),
            ]))
        try told.play(["30", "1"])
        #expect(told.lines[1].reply?.contains("30 months in all.") == true)
        #expect(told.screens(.redacted) == ["Months?", Redaction.mask, "Bye."])
    }

    @Test func `numbers in what was typed, understood and flagged are masked`() {
        let flag = Flag(.expression, step: "", detail: "13800138000 is no month")
        let line = TranscriptLine(
            at: Timestamp(milliseconds: 1), input: "13800138000", reply: "13800138000?",
            understood: "phone 13800138000",
            step: "", flags: [flag])
        let seen = Redaction(of: nil).redacted([line])[0]
        #expect((seen.input, seen.reply) == ("•••••••••00", "•••••••••00?"))
        #expect((seen.understood, seen.flags.map(\.detail)) == ("phone •••••••••00", ["•••••••••00 is no month"]))
    }

    @Test func `without the pack every screen may be private`() throws {
        var told = try Story(PackBuilder().pack(["m#ask": ask("Your job?", go: "m#bye"), "m#bye": end("Bye.")]))
        try told.play(["cook"])
        #expect(Redaction(of: nil).redacted(told.lines).map(\.reply) == [Redaction.mask, Redaction.mask])
    }
}

/// A conversation with the lines that a store keeps of it.
private struct Story {
    let pack: Pack
    private(set) var lines: [TranscriptLine] = []

    init(_ pack: Pack) {
        self.pack = pack
    }

    mutating func play(_ answers: [String]) throws {
        var chat = Chat(pack)
        try note(chat.dial(), at: chat.now)
        for answer in answers {
            chat.wait(1)
            try note(chat.type(answer), at: chat.now)
        }
    }

    func screens(_ sight: Sight) -> [String?] {
        (sight == .whole ? lines : Redaction(of: pack).redacted(lines)).map(\.reply)
    }

    private mutating func note(_ turn: Turn, at now: Timestamp) {
        lines.append(
            TranscriptLine(
                at: now, input: turn.input, reply: turn.reply?.text, understood: turn.understood, path: turn.path,
                step: turn.step, flags: turn.flags))
    }
}
