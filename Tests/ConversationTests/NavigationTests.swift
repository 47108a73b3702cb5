import Conversation
import Expressions
import Telephony
import Testing

struct NavigationTests {
    @Test func `back undoes answers but not what has happened`() throws {
        let pack = try PackBuilder().pack([
            "main#start": ask("Name?", save: "name", go: "main#copy"),
            "main#copy": send("Hello ${name}", go: "main#case"),
            "main#case": refer("wages", note: "for ${name}", go: "main#age"),
            "main#age": ask("Age of ${name}?", save: "age", go: "main#last"),
            "main#last": ask("${name}, ${age}: right?", go: "end"),
        ])
        var chat = Chat(pack)
        #expect(try chat.walk(["Mei"]).messages == ["Hello Mei"])
        #expect(chat.last?.cases == [OpenedCase(number: 1, topic: "wages", note: "for Mei", step: "main#case")])
        try chat.type("30")
        #expect(chat.shown == "Mei, 30: right?")
        #expect(try chat.type("0").reply?.text == "Age of Mei?")
        #expect(chat.answer("age") == nil)
        let back = try chat.type("0")
        #expect(back.reply?.text == "Name?")
        #expect(chat.answer("name") == nil)
        #expect(back.messages.isEmpty && back.cases.isEmpty)
        #expect(try chat.type("0").reply?.text == "Name?")
        try chat.type("Li")
        #expect(chat.shown == "Age of Li?")
        #expect(chat.last?.cases.first?.number == 2)
    }

    @Test func `a claim code that she tells staff stands in no note`() throws {
        let pack = try PackBuilder().pack([
            "main#start": ask("What is it?", save: "words", go: "main#case"),
            "main#case": refer("other", note: "she says ${words}", go: "end"),
        ])
        var chat = Chat(pack)
        #expect(try chat.walk(["my code is 04239-56175"]).cases.map(\.note) == ["she says my code is …"])
    }

    @Test func `home forgets the answers and the way`() throws {
        let pack = try PackBuilder().pack([
            "main#start": ask("Name?", save: "name", go: "main#next"), "main#next": ask("Next?", go: "end"),
        ])
        var chat = Chat(pack)
        try chat.walk(["Mei", "00"])
        #expect(chat.shown == "Name?")
        #expect(chat.snapshot.session?.journal.isEmpty == true)
        #expect(chat.snapshot.session?.history.isEmpty == true)
        #expect(try chat.type("0").reply?.text == "Name?")
    }

    @Test func `an option that leads back shows the question before, a text that leads back stands above it`() throws {
        let pack = try PackBuilder().pack([
            "main#start": menu("Main", ["Hours -> main#hours", "More -> main#more"]),
            "main#hours": say("Open 9 to 5.", go: "back"),
            "main#more": menu("More", ["Back -> back", "End -> end"]),
        ])
        var chat = Chat(pack)
        #expect(try chat.walk(["1"]).reply?.text == "Open 9 to 5.\nMain\n1. Hours\n2. More")
        #expect(try chat.type("2").reply?.text == "More\n1. Back\n2. End")
        #expect(try chat.type("1").reply?.text == "Open 9 to 5.\nMain\n1. Hours\n2. More")
        #expect(try chat.type("2").reply?.ends == false)
        #expect(try chat.type("2").reply?.ends == true)
    }

    @Test func `pages turn forth and back and stay where they are`() throws {
        var builder = PackBuilder()
        builder.limit[.ussd] = .ussd(septets: 60)
        let text = (1...30).map { "word\($0)" }.joined(separator: " ")
        let pack = try builder.pack(["main#start": menu(text, ["Yes -> main#last"]), "main#last": end(text)])
        var chat = Chat(pack)
        let first = try chat.dial()
        var pages = [try #require(first.reply?.text)]
        while pages.last?.contains("9 More") == true {
            let next = try chat.type("9")
            pages.append(try #require(next.reply?.text))
        }
        #expect(pages.count > 3)
        #expect(try chat.type("0").reply?.text == pages[pages.count - 2])
        #expect(try chat.type("").reply?.text == pages[pages.count - 2])
        #expect(try chat.type("9").reply?.text == pages.last)
        // The last text has pages, too; the dialogue ends with its last page.
        var turn = try chat.type("1")
        while turn.reply?.text.contains("9 More") == true {
            #expect(turn.reply?.ends == false)
            turn = try chat.type("9")
        }
        #expect(turn.reply?.ends == true)
        #expect(turn.outcome == .finished)
        #expect(turn.session == nil)
    }

    @Test func `a text said last has pages like any other`() throws {
        var builder = PackBuilder()
        builder.limit[.ussd] = .ussd(septets: 60)
        let text = (1...30).map { "word\($0)" }.joined(separator: " ")
        var chat = Chat(
            try builder.pack(["main#start": menu("?", ["Tell me -> main#say"]), "main#say": say(text, go: "end")]))
        var turn = try chat.walk(["1"])
        var shown = ""
        while let reply = turn.reply, !reply.ends {
            #expect(ScreenLimit.ussd(septets: 60).fits(reply.text))
            shown += reply.text
            turn = try chat.type("9")
        }
        shown += turn.reply?.text ?? ""
        #expect(turn.outcome == .finished)
        for number in 1...30 { #expect(shown.contains("word\(number)")) }
    }

    @Test func `a key may be a star or a hash`() throws {
        var builder = PackBuilder()
        builder.keys = Keys(back: "*", home: "#")
        let pack = try builder.pack([
            "main#a": ask("A?", save: "a", go: "main#b"), "main#b": ask("B?", save: "b", go: "main#c"),
            "main#c": ask("C?", go: "end"),
        ])
        var chat = Chat(pack)
        try chat.walk(["x", "y"])
        #expect(try chat.type("*").reply?.text == "B?")
        #expect(try chat.type("#").reply?.text == "A?")
    }

    @Test func `back remembers as many questions as the limit says`() throws {
        var limits = MachineLimits()
        limits.history = 3
        let pack = try PackBuilder().pack([
            "main#start": menu("?", ["Again -> main#again"]), "main#again": say("More.", go: "main#start"),
        ])
        var chat = Chat(pack, limits: limits)
        try chat.walk(["1", "1", "1", "1", "1", "1"])
        #expect(chat.snapshot.session?.history.count == 3)
        for _ in 0..<3 { try chat.type("0") }
        #expect(chat.snapshot.session?.history.isEmpty == true)
        #expect(try chat.type("0").reply?.text.hasSuffix("?\n1. Again") == true)
    }

    @Test func `answers are kept up to the limit, the last of each name first`() throws {
        var limits = MachineLimits()
        limits.answers = 10
        let counting = try PackBuilder().pack([
            "main#begin": set(["count": "0"], go: "main#start"),
            "main#start": ask("${count}?", save: "name", go: "main#add"),
            "main#add": set(["count": "count + 1"], go: "main#start"),
        ])
        var chat = Chat(counting, limits: limits)
        try chat.dial()
        for round in 1...40 {
            #expect(try chat.type("x").reply?.text == "\(round)?")
            #expect((chat.snapshot.session?.journal.count ?? 99) <= 10)
        }
        #expect(chat.last?.flags == [])
    }

    @Test func `more names than the limit lose the oldest and are flagged`() throws {
        var limits = MachineLimits()
        limits.answers = 5
        let names = (1...8).map { "n\($0)" }
        let steps = names.enumerated().map { place, name in
            ("main#\(name)", ask("\(name)?", save: name, go: place == 7 ? "main#last" : "main#n\(place + 2)"))
        }
        var chat = Chat(try PackBuilder().pack(steps + [("main#last", ask("Last?", go: "end"))]), limits: limits)
        let turn = try chat.walk(names)
        #expect(turn.reply?.text == "Last?")
        #expect(turn.flags.map(\.kind) == [.answers])
        #expect(chat.answer("n8") == .text("n8"))
        #expect(chat.answer("n1") == nil)
    }
}
