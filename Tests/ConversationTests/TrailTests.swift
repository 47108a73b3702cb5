import Conversation
import Testing

struct TrailTests {
    @Test func `each move says which way was taken, and a key or a word takes none`() throws {
        let pack = try PackBuilder().pack([
            "main#start": menu("Main", ["Hours -> main#hours", "Name -> main#name"]),
            "main#hours": say("Open 9 to 5.", go: "home"),
            "main#name": ask("Name?", save: "name", go: "main#kind"),
            "main#kind": branch([("name = 'Mei'", "main#mei"), (nil, "main#start")]),
            "main#mei": menu("Mei", ["Bye -> end"]),
        ])
        var chat = Chat(pack)
        #expect(try chat.dial().passages == [Passage(step: "", target: "main#start")])
        #expect(
            try chat.type("1").passages == [
                Passage(step: "main#start", way: "1", target: "main#hours"),
                Passage(step: "main#hours", way: "go", target: "main#start"),
            ])
        try chat.type("2")
        #expect(try chat.type("0").passages == [Passage(step: "main#name", target: "main#start")])
        try chat.type("2")
        #expect(
            try chat.type("Li").passages == [
                Passage(step: "main#name", way: "go", target: "main#kind"),
                Passage(step: "main#kind", way: "else", target: "main#start"),
            ])
        try chat.type("2")
        #expect(try chat.type("Mei").passages.last == Passage(step: "main#kind", way: "when1", target: "main#mei"))
        #expect(try chat.type("1").passages == [Passage(step: "main#mei", way: "1", target: "")])
    }

    @Test func `a flow that comes back leads over the step that called it`() throws {
        let pack = try PackBuilder().pack([
            "main#start": call("sub#ask", go: "main#last"),
            "main#last": ask("Right?", go: "end"),
            "sub#ask": ask("Age?", save: "age", go: "end"),
        ])
        var chat = Chat(pack)
        #expect(
            try chat.dial().passages == [
                Passage(step: "", target: "main#start"), Passage(step: "main#start", way: "call", target: "sub#ask"),
            ])
        #expect(
            try chat.type("30").passages == [
                Passage(step: "sub#ask", way: "go", target: "main#start"),
                Passage(step: "main#start", way: "go", target: "main#last"),
            ])
    }

    @Test func `who was not understood leaves by the way of the lost, and silence by none`() throws {
        let pack = try PackBuilder().pack([
            "main#start": ask(
                "How many?", AnswerRule(type: .number), save: "n", otherwise: "main#lost", go: "main#lost"),
            "main#lost": ask("Shall we call you?", go: "end"),
        ])
        var chat = Chat(pack)
        try chat.dial()
        #expect(try chat.type("what").passages.isEmpty)
        try chat.type("what")
        #expect(
            try chat.type("what").passages == [Passage(step: "main#start", way: "otherwise", target: "main#lost")])
        chat.wait(90_000_000)
        #expect(try chat.silence().outcome == .expired)
        #expect(chat.last?.passages == [])
    }
}

extension Turn {
    /// Whether its moves follow one another without a gap, from where the session stood to where it stands.
    func hasWholeTrail(after before: Session?) -> Bool {
        let isBegun = isBeginning || session == nil && replaced != nil
        let start = isBegun ? "" : before?.frames.last?.step ?? ""
        let end = session?.frames.last?.step ?? ""
        guard let first = passages.first, let last = passages.last else {
            return session == nil ? before == nil || outcome != nil : start == end
        }
        let isLinked = zip(passages, passages.dropFirst()).allSatisfy { $0.target == $1.step }
        return isLinked && first.step == start && last.target == end
    }
}
