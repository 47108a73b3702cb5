import Conversation
import Expressions
import Testing

struct RetryTests {
    private func pack(otherwise: String? = "main#person") throws -> Pack {
        try PackBuilder().pack([
            "main#start": ask("Name?", save: "name", go: "main#month"),
            "main#month": ask(
                "Month?", AnswerRule(type: .month), retry: ["Like 2026-03.", "Send 6 digits."], otherwise: otherwise,
                go: "main#next"),
            "main#next": menu("Sure?", ["Yes -> end", "No -> end"]),
            "main#person": menu("A person?", ["Yes -> end", "No -> end"]),
        ])
    }

    @Test func `each answer that is not understood gets more help, then the way out`() throws {
        var chat = Chat(try pack())
        try chat.walk(["Mei"])
        for expected in ["Like 2026-03.", "Send 6 digits.", "A person?\n1. Yes\n2. No"] {
            #expect(try chat.type("what").reply?.text == expected)
        }
        #expect(chat.last?.understood == "retry 3")
        #expect(try chat.type("0").reply?.text == "Month?")
        #expect(try chat.type("what").reply?.text == "Like 2026-03.")
        #expect(try chat.type("0").reply?.text == "Name?")
    }

    @Test func `an answer that is understood starts the count anew`() throws {
        var chat = Chat(try pack())
        try chat.walk(["Mei", "what", "what", "2026-03"])
        #expect(chat.shown == "Sure?\n1. Yes\n2. No")
        #expect(try chat.type("what").reply?.text == "Please reply with one number from the list.\n1. Yes\n2. No")
        #expect(try chat.type("0").reply?.text == "Month?")
        #expect(try chat.type("what").reply?.text == "Like 2026-03.")
    }

    @Test func `without a way out of its own the pack's counts, and without any the question is asked again`() throws {
        var chat = Chat(try pack(otherwise: nil))
        try chat.walk(["Mei", "what", "what", "what"])
        #expect(chat.shown == "Month?")
        var builder = PackBuilder()
        builder.otherwise = "main#person"
        var other = Chat(
            try builder.pack([
                "main#month": ask("Month?", AnswerRule(type: .month), go: "end"),
                "main#person": ask("Your number?", go: "end"),
            ]))
        try other.walk(["what", "what"])
        #expect(other.shown == "Please answer again, a little differently.\nMonth?")
        #expect(try other.type("what").reply?.text == "Your number?")
    }

    @Test func `otherwise back leads to the question before`() throws {
        var chat = Chat(try pack(otherwise: "back"))
        try chat.walk(["Mei", "what", "what", "what"])
        #expect(chat.shown == "Name?")
    }

    @Test func `nothing typed is not counted against anyone`() throws {
        var chat = Chat(try pack())
        try chat.walk(["Mei", "", "", ""])
        #expect(chat.shown == "Month?")
        #expect(chat.snapshot.session?.wait.misses == 0)
    }

    @Test func `help after an answer that was not understood is shown`() throws {
        var chat = Chat(try pack())
        try chat.walk(["Mei", "what"])
        #expect(try chat.type("help").reply?.text == BuiltInTexts.Name.help.english + "\nMonth?")
    }
}
