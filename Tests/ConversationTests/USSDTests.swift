import Conversation
import Expressions
import Testing

struct USSDTests {
    private func pack(_ change: (inout PackBuilder) -> Void = { _ in }) throws -> Pack {
        var builder = PackBuilder()
        change(&builder)
        return try builder.pack([
            "main#start": menu("Main", ["Pay -> main#name", "Send -> main#send", "Secret -> main#pin"]),
            "main#name": ask("Name?", save: "name", go: "main#note"),
            "main#note": ask("Note, ${name}?", save: "note", go: "main#last"),
            "main#last": menu("${name}: ${note}", ["End -> end"]),
            "main#send": menu("Send it?", ["Yes -> main#copy", "No -> end"]),
            "main#copy": send("The address.", go: "main#more"),
            "main#more": menu("More?", ["Yes -> main#start", "No -> end"]),
            "main#pin": ask("PIN?", AnswerRule(type: .pin), save: "pin", go: "main#start"),
        ])
    }

    private let start = "Main\n1. Pay\n2. Send\n3. Secret"
    private let resume = BuiltInTexts.Name.resume.english

    @Test func `accumulated input is told apart from what came before, stars and all`() throws {
        var chat = Chat(try pack())
        for (text, shown) in [
            ("", start), ("1", "Name?"), ("1*5*3", "Note, 5*3?"), ("1*5*3*a*", "5*3: a*\n1. End"),
            ("1*5*3*a**", "5*3: a*\n1. End"), ("1*5*3*a***0", "Note, 5*3?"),
        ] {
            #expect(try chat.accumulate(text).reply?.text == shown, "\(text)")
        }
    }

    @Test func `a repeated or late request shows the waiting screen and changes nothing`() throws {
        var chat = Chat(try pack())
        for text in ["", "1", "1*Mei"] { try chat.accumulate(text) }
        let session = try #require(chat.snapshot.session)
        for text in ["1*Mei", "1*Mei", "1", ""] {
            let turn = try chat.accumulate(text)
            #expect(turn.reply?.text == "Note, Mei?", "\(text)")
            #expect(turn.session == session)
            #expect(turn.path.isEmpty)
            #expect(turn.input.isEmpty)
        }
        #expect(try chat.accumulate("1*Mei*hello").reply?.text == "Mei: hello\n1. End")
    }

    @Test func `another separator is possible`() throws {
        var chat = Chat(try pack())
        try chat.accumulate("", separator: "#")
        try chat.accumulate("1", separator: "#")
        #expect(try chat.accumulate("1#a*b", separator: "#").reply?.text == "Note, a*b?")
    }

    @Test func `a dialogue that nobody remembers is a dial`() throws {
        var chat = Chat(try pack())
        #expect(try chat.accumulate("1*Mei").reply?.text == "Note, Mei?")
        #expect(chat.last?.isBeginning == true)
        #expect(chat.last?.understood.hasPrefix("dialled") == true)
    }

    @Test func `an answer to a question that nobody remembers is not taken for a shortcut`() throws {
        var chat = Chat(try pack())
        #expect(try chat.type("1").reply?.text == start)
        #expect(chat.last?.isBeginning == true)
    }

    @Test func `a hang-up keeps the session and says nothing`() throws {
        var chat = Chat(try pack())
        try chat.walk(["1", "Mei"])
        let turn = try chat.hangUp()
        #expect(turn.reply == nil)
        #expect(turn.outcome == nil)
        #expect(turn.session?.dialogue == nil)
        #expect(turn.step == "main#note")
        #expect(try chat.dial().reply?.text == resume)
        #expect(try chat.type("1").reply?.text == "Note, Mei?")
    }

    @Test func `a hang-up of another dialogue changes nothing`() throws {
        var chat = Chat(try pack())
        try chat.walk(["1"])
        let before = chat.snapshot.session
        try chat.receive(.hangUp(dialogue: "other"), .ussd)
        #expect(chat.snapshot.session == before)
    }

    @Test(arguments: ["1", "one", "1.", "一", "l"])
    func `a redial without a hang-up goes on where she left`(_ typed: String) throws {
        var chat = Chat(try pack())
        try chat.walk(["1", "Mei"])
        #expect(try chat.dial().reply?.text == resume)
        #expect(try chat.type("x").reply?.text == resume)
        #expect(try chat.type(typed).reply?.text == "Note, Mei?")
    }

    @Test func `start again begins anew`() throws {
        var chat = Chat(try pack())
        try chat.walk(["1", "Mei"])
        try chat.dial()
        let turn = try chat.type("2")
        #expect(turn.reply?.text == start)
        #expect(turn.replaced == .restarted)
        #expect(turn.isBeginning)
        #expect(turn.session?.journal.isEmpty == true)
        #expect(try chat.type("1").reply?.text == "Name?")
    }

    @Test func `a pack can continue or restart without asking`() throws {
        var chat = Chat(try pack { $0.resume = .continue })
        try chat.walk(["1", "Mei"])
        #expect(try chat.dial().reply?.text == "Note, Mei?")
        var other = Chat(try pack { $0.resume = .restart })
        try other.walk(["1", "Mei"])
        #expect(try other.dial().reply?.text == start)
        #expect(other.last?.replaced == .restarted)
        #expect(try other.type("1").reply?.text == "Name?")
    }

    @Test func `the resume question does not name the topic`() throws {
        var chat = Chat(try pack())
        try chat.walk(["1", "Mei"])
        let shown = try chat.dial().reply?.text ?? "Mei"
        #expect(!shown.contains("Mei") && !shown.contains("Note"))
    }

    @Test func `a dialled shortcut walks the menus`() throws {
        var chat = Chat(try pack())
        let turn = try chat.dial("1*Mei*hi")
        #expect(turn.reply?.text == "Mei: hi\n1. End")
        #expect(turn.isBeginning)
        #expect(turn.input == "1*Mei*hi")
        #expect(try chat.type("0").reply?.text == "Note, Mei?")
    }

    @Test func `a shortcut has effects only at its last hop`() throws {
        var chat = Chat(try pack())
        #expect(try chat.dial("2*1").messages == ["The address."])
        #expect(chat.shown == "More?\n1. Yes\n2. No")
        var other = Chat(try pack())
        let turn = try other.dial("2*1*1")
        #expect(turn.messages.isEmpty)
        #expect(turn.reply?.text == "Send it?\n1. Yes\n2. No")
        #expect(turn.input == "2")
    }

    @Test func `a shortcut stops at a PIN, at what it must not skip and at what is not understood`() throws {
        var chat = Chat(try pack())
        #expect(try chat.dial("3*4711*1").reply?.text == "PIN?")
        #expect(chat.last?.input == "3")
        var consent = Chat(try pack { $0.noShortcut = ["main#note"] })
        #expect(try consent.dial("1*Mei*hi").reply?.text == "Note, Mei?")
        var first = Chat(try pack { $0.noShortcut = ["main#start"] })
        #expect(try first.dial("1*Mei").reply?.text == start)
        var wrong = Chat(try pack())
        #expect(try wrong.dial("8*1").reply?.text == start)
        #expect(wrong.last?.flags == [])
        #expect(wrong.snapshot.session?.wait.misses == 0)
    }

    @Test func `a shortcut that ends the conversation too early stops before`() throws {
        var chat = Chat(try pack())
        #expect(try chat.dial("2*2").outcome == .finished)
        #expect(try chat.dial("2*2*1").reply?.text == "Send it?\n1. Yes\n2. No")
    }

    @Test func `a shortcut dialled over a conversation begins anew`() throws {
        var chat = Chat(try pack())
        try chat.walk(["2"])
        let turn = try chat.dial("1")
        #expect(turn.reply?.text == "Name?")
        #expect(turn.replaced == .restarted)
    }

    @Test func `stop words are answers on USSD`() throws {
        var chat = Chat(try pack())
        try chat.walk(["1", "STOP"])
        #expect(chat.snapshot.person.isStopped == false)
        #expect(chat.answer("name") == .text("STOP"))
    }
}
