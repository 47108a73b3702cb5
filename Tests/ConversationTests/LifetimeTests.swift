import Conversation
import Expressions
import Testing

struct LifetimeTests {
    private func pack(_ revision: String = "r1", question: String = "Name?", extra: Bool = true) throws -> Pack {
        var builder = PackBuilder()
        builder.revision = revision
        var steps: [(String, StepMaker)] = [
            ("main#start", menu("Main \(revision)", [OptionDraft("Go -> main#\(extra ? "name" : "other")")]))
        ]
        steps.append((extra ? "main#name" : "main#other", ask(question, save: "name", go: "main#last")))
        steps.append(("main#last", ask("Last \(revision), ${name}?", save: "last", go: "end")))
        return try builder.pack(steps)
    }

    @Test func `a session is over when nothing was heard for too long`() throws {
        for (waited, isOver) in [(599, false), (600, true), (10_000, true)] {
            var chat = Chat(try pack())
            try chat.walk(["1"])
            let expiry = try #require(chat.snapshot.session.map { chat.machine.expiry(of: $0) })
            #expect(expiry == chat.now + 600)
            chat.wait(waited)
            let turn = try chat.dial()
            #expect(turn.isBeginning == isOver, "\(waited)")
            #expect(turn.replaced == (isOver ? .expired : nil))
        }
    }

    @Test func `the silence timer ends what is over and leaves alone what is not`() throws {
        var chat = Chat(try pack())
        try chat.walk(["1"])
        chat.wait(599)
        let early = try chat.silence()
        #expect(early.session != nil)
        #expect(early.outcome == nil)
        #expect(early.reply == nil)
        chat.wait(1)
        let turn = try chat.silence()
        #expect(turn.session == nil)
        #expect(turn.outcome == .expired)
        #expect(turn.reply == nil)
        #expect(try chat.silence().outcome == nil)
    }

    @Test func `an SMS conversation waits longer than a USSD one`() throws {
        var chat = Chat(try pack())
        try chat.text("hi")
        chat.wait(86_399)
        #expect(try chat.silence().session != nil)
        chat.wait(1)
        #expect(try chat.silence().outcome == .expired)
    }

    @Test func `a session walks the revision it began with, new ones the published one`() throws {
        let old = try pack("r1")
        let new = try pack("r2", question: "Full name?")
        var chat = Chat(old)
        try chat.dial()
        chat.publish(new, earlier: [old])
        #expect(try chat.type("1").reply?.text == "Name?")
        #expect(try chat.type("Mei").reply?.text == "Last r1, Mei?")
        #expect(chat.snapshot.session?.revision == RevisionID("r1"))
        #expect(try chat.type("x").outcome == .finished)
        #expect(try chat.dial().reply?.text == "Main r2\n1. Go")
        #expect(chat.snapshot.session?.revision == RevisionID("r2"))
    }

    @Test func `start again begins on the published revision`() throws {
        let old = try pack("r1")
        var chat = Chat(old)
        try chat.walk(["1"])
        chat.publish(try pack("r2"), earlier: [old])
        try chat.dial()
        #expect(try chat.type("2").reply?.text == "Main r2\n1. Go")
        #expect(chat.snapshot.session?.revision == RevisionID("r2"))
    }

    @Test func `a session whose revision is not at hand begins anew with a flag`() throws {
        var chat = Chat(try pack("r1"))
        try chat.walk(["1"])
        chat.publish(try pack("r2"))
        let turn = try chat.type("Mei")
        #expect(turn.reply?.text == "Main r2\n1. Go")
        #expect(turn.replaced == .restarted)
        #expect(
            turn.flags == [Flag(.place, step: "main#name", detail: "revision r1 is not at hand or lacks this step")])
        var written = Chat(try pack("r1"))
        try written.text("hi")
        written.publish(try pack("r2"))
        #expect(try written.text("1").reply?.text == "Main r2\n1. Go")
        #expect(written.last?.flags.map(\.kind) == [.place])
    }

    @Test func `a session whose step is gone begins anew with a flag`() throws {
        var chat = Chat(try pack("r1"))
        try chat.walk(["1"])
        chat.publish(try pack("r1", extra: false))
        #expect(try chat.type("Mei").reply?.text == "Main r1\n1. Go")
        #expect(chat.last?.flags.map(\.kind) == [.place])
    }

    @Test func `the chosen language is there for the next conversation`() throws {
        var builder = PackBuilder()
        builder.languages = [Language(tag: "en", name: "English"), Language(tag: "zh-Hans", name: "中文")]
        var chat = Chat(
            try builder.pack([
                "main#start": menu("Main|主", ["English -> main#en", "中文 -> main#zh"]),
                "main#en": set(["person.language": "'en'"], go: "main#end"),
                "main#zh": set(["person.language": "'zh-Hans'"], go: "main#end"), "main#end": end("End|完"),
            ]))
        #expect(try chat.walk(["2"]).reply?.text == "完")
        #expect(try chat.dial().reply?.text == "主\n1. English\n2. 中文")
    }
}
