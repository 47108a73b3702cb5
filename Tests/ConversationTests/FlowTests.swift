import Conversation
import Expressions
import Testing

struct FlowTests {
    @Test func `a called flow has answers of its own and brings them back`() throws {
        let pack = try PackBuilder().pack([
            "main#start": ask("Name?", save: "name", go: "main#sub"),
            "main#sub": call("sub#q", with: ["hello": "'Hi ' & name"], go: "main#after"),
            "main#after": ask("${name}: ${sub.age} ${sub.hello}", go: "end"),
            "sub#q": ask("${hello}, age?", save: "age", go: "sub#name"),
            "sub#name": set(["name": "'other'"], go: "end"),
        ])
        var chat = Chat(pack)
        #expect(try chat.walk(["Mei"]).reply?.text == "Hi Mei, age?")
        #expect(chat.snapshot.session?.frames.map(\.step) == ["main#sub", "sub#q"])
        #expect(try chat.type("30").reply?.text == "Mei: 30 Hi Mei")
        #expect(try chat.type("0").reply?.text == "Hi Mei, age?")
        #expect(try chat.type("31").reply?.text == "Mei: 31 Hi Mei")
    }

    @Test func `a branch takes the first arm that holds, and what is unknown does not hold`() throws {
        let pack = try PackBuilder().pack([
            "main#start": ask("Age?", AnswerRule(type: .whole), save: "age", go: "main#branch"),
            "main#branch": branch([
                ("missing > 1", "main#x"), ("age < 16", "main#young"), ("age < 60", "main#middle"), (nil, "main#old"),
            ]),
            "main#x": end("X"), "main#young": end("Young"), "main#middle": end("Middle"), "main#old": end("Old"),
        ])
        for (typed, shown) in [("15", "Young"), ("16", "Middle"), ("59", "Middle"), ("60", "Old")] {
            var chat = Chat(pack)
            #expect(try chat.walk([typed]).reply?.text == shown)
            #expect(chat.last?.path == ["main#branch", "main#\(shown.lowercased())"])
        }
    }

    @Test func `a case's number stands in the texts after it`() throws {
        var chat = Chat(
            try PackBuilder().pack([
                "main#start": menu("?", ["Call me -> main#case"]),
                "main#case": refer("wages", say: "Case ${case.number}.", go: "main#end"),
                "main#end": end("Bye."),
            ]))
        chat.snapshot.caseNumber = 42
        #expect(try chat.walk(["1"]).reply?.text == "Case 42.\nBye.")
    }

    @Test func `person fields stay when the conversation is over`() throws {
        var chat = Chat(
            try PackBuilder().pack([
                "main#start": branch([("person.region = 'Gansu'", "main#known"), (nil, "main#ask")]),
                "main#ask": ask("Region?", save: "person.region", go: "main#known"),
                "main#known": end("From ${person.region}."),
            ]))
        #expect(try chat.walk(["Gansu"]).reply?.text == "From Gansu.")
        #expect(try chat.dial().reply?.text == "From Gansu.")
    }

    private let broken: [StepMaker] = [
        say("Dear ${nobody}", go: "main#end"), say("${1 / 0}", go: "main#end"), menu("${nobody}?", ["Yes -> end"]),
        ask("${nobody}?", go: "end"),
        send("${nobody}", go: "main#end"), refer("x", note: "${nobody}", go: "main#end"), end("${nobody}"),
        branch([("nobody", "main#end")]),
    ]

    @Test(arguments: 0..<8)
    func `what fails or is not known is never a blank: the apology goes out and staff see it`(_ kind: Int) throws {
        var chat = Chat(
            try PackBuilder().pack([
                "main#start": menu("?", ["Go -> main#broken"]), "main#broken": broken[kind], "main#end": end("End."),
            ]))
        let turn = try chat.walk(["1"])
        #expect(turn.reply == Reply(text: BuiltInTexts.Name.apology.english, ends: false))
        #expect(turn.flags.map(\.kind) == [.expression])
        #expect(turn.flags.first?.step == "main#broken")
        #expect(turn.messages.isEmpty)
    }

    private func failing() throws -> Chat {
        var builder = PackBuilder()
        builder.destinations = [.person: "person#start"]
        return Chat(
            try builder.pack([
                "main#start": menu("?", ["Go -> main#broken"]),
                "main#broken": branch([("person.region = 'Gansu'", "main#end")]),
                "main#end": end("End."), "person#start": ask("Your name?", go: "end"),
            ]))
    }

    @Test func `the apology's 1 tries the step again, its 2 leads to a person`() throws {
        var chat = try failing()
        try chat.walk(["1"])
        #expect(try chat.type("1").reply?.text == BuiltInTexts.Name.apology.english)
        #expect(chat.last?.flags.count == 1)
        chat.snapshot.person.fields["region"] = .text("Gansu")
        #expect(try chat.type("1").reply?.text == "End.")
        try chat.walk(["1"])
        chat.snapshot.person.fields["region"] = nil
        try chat.walk(["1"])
        #expect(try chat.type("2").reply?.text == "Your name?")
    }

    @Test(arguments: [PackSettings.Resume.ask, .continue])
    func `after an apology and a new dial the step is tried again, never a blank`(_ resume: PackSettings.Resume) throws
    {
        var builder = PackBuilder()
        builder.resume = resume
        var chat = Chat(
            try builder.pack([
                "main#start": menu("?", ["Go -> main#broken"]),
                "main#broken": branch([("person.region = 'Gansu'", "main#end")]),
                "main#end": end("End."),
            ]))
        try chat.walk(["1"])
        try chat.hangUp()
        try chat.dial()
        if resume == .ask { try chat.type("1") }
        #expect(chat.shown == BuiltInTexts.Name.apology.english)
        chat.snapshot.person.fields["region"] = .text("Gansu")
        #expect(try chat.type("1").reply?.text == "End.")
    }

    @Test func `an answer that cannot be computed keeps what was there`() throws {
        var chat = Chat(
            try PackBuilder().pack([
                "main#start": set(["n": "1"], go: "main#fail"), "main#fail": set(["n": "1 / 0"], go: "main#q"),
                "main#q": ask("${n}?", go: "end"),
            ]))
        let turn = try chat.dial()
        #expect(turn.reply?.text == "1?")
        #expect(turn.flags.map(\.kind) == [.expression])
    }

    @Test func `too many steps in one turn are stopped with the apology`() throws {
        var chat = Chat(
            try PackBuilder().pack([
                "main#start": menu("?", ["Go -> main#a"]), "main#a": say("a", go: "main#b"),
                "main#b": say("b", go: "main#a"),
            ]))
        let turn = try chat.walk(["1"])
        #expect(turn.reply?.text == BuiltInTexts.Name.apology.english)
        #expect(turn.flags.map(\.kind) == [.steps])
        #expect(turn.path.count == MachineLimits().steps)
        #expect(try chat.type("1").flags.map(\.kind) == [.steps])
        #expect(try chat.type("00").reply?.text == "?\n1. Go")
    }

    @Test func `flows that call each other too deeply are stopped with the apology`() throws {
        var chat = Chat(
            try PackBuilder().pack([
                "main#start": menu("?", ["Go -> main#sub"]), "main#sub": call("sub#again", go: "end"),
                "sub#again": call("sub#again", go: "end"),
            ]))
        let turn = try chat.walk(["1"])
        #expect(turn.reply?.text == BuiltInTexts.Name.apology.english)
        #expect(turn.flags.map(\.kind) == [.calls])
        #expect(chat.snapshot.session?.frames.count == MachineLimits().callDepth)
    }

    @Test func `a conversation that ends without words of its own says goodbye`() throws {
        var chat = Chat(try PackBuilder().pack(["main#start": menu("?", ["Bye -> end"])]))
        let turn = try chat.walk(["1"])
        #expect(turn.reply == Reply(text: BuiltInTexts.Name.goodbye.english, ends: true))
        #expect(turn.outcome == .finished)
        #expect(turn.step == "main#start")
        #expect(turn.session == nil)
    }
}
