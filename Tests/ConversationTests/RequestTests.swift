import Conversation
import Expressions
import Testing

/// The verb `request`: other systems, asked outside the turn.
struct RequestTests {
    private func jobs() throws -> Pack {
        try PackBuilder(otherwise: "main#lost").pack([
            "main#start": ask("City?", save: "city", go: "main#note"),
            "main#note": say("Looking in ${city}.", go: "main#look"),
            "main#look": request(
                "jobs", "/open?city=${city}", body: ["month": "month('2026-03')", "city": "city"],
                failed: "main#none", go: "main#show"),
            "main#show": menu("${found.count} jobs", ["More -> main#start", "Done -> main#bye"]),
            "main#none": menu("Nobody answers.", ["Again -> main#look", "Done -> main#bye"]),
            "main#bye": end("Bye."),
            "main#lost": end("Lost."),
        ])
    }

    private let three = SystemAnswer.value(.object(["count": .number(3)]))

    @Test func `the question waits with the turn, and its answer goes on with what was said before`() throws {
        var chat = Chat(try jobs())
        let asked = try chat.walk(["Xi'an & co"])
        let question = try #require(asked.request)
        #expect(question.path == "/open?city=Xi%27an%20%26%20co")
        #expect(question.body == #"{"month":"2026-03","city":"Xi'an & co"}"#)
        #expect(question.system == "jobs" && question.within == 2 && question.step == "main#look")
        #expect(asked.reply == Reply(text: "We are looking. Reply 1 in a moment.", ends: false))
        let answered = try chat.answer(three)
        #expect(answered.reply?.text == "Looking in Xi'an & co.\n3 jobs\n1. More\n2. Done")
        #expect(answered.understood == "jobs answered")
        #expect(answered.flags.isEmpty)
    }

    @Test func `without an answer it goes the other way, and staff see why`() throws {
        var chat = Chat(try jobs())
        _ = try chat.walk(["Wuhan"])
        let failed = try chat.answer(.failed("status 500"))
        #expect(failed.reply?.text == "Looking in Wuhan.\nNobody answers.\n1. Again\n2. Done")
        #expect(failed.flags == [Flag(.request, step: "main#look", detail: "jobs: status 500")])
        let again = try chat.type("1")
        #expect(again.request != nil && again.request?.number != failed.request?.number)
    }

    @Test func `an answer counts once, and only for the question that waits`() throws {
        var chat = Chat(try jobs())
        let first = try #require(try chat.walk(["Wuhan"]).request?.number)
        _ = try chat.answer(.failed("late"))
        let second = try #require(try chat.type("1").request?.number)
        let late = try chat.answer(three, request: first)
        #expect(late.reply == nil && late.understood == "an answer that nobody waits for")
        #expect(try chat.answer(three, request: second).reply?.text == "3 jobs\n1. More\n2. Done")
        let repeated = try chat.answer(three, request: second)
        #expect(repeated.reply == nil)
        #expect(chat.snapshot.session?.wait.mode == .answer)
    }

    @Test func `who writes meanwhile is told to wait, and may leave`() throws {
        var chat = Chat(try jobs())
        let number = try #require(try chat.walk(["Wuhan"]).request?.number)
        #expect(try chat.type("1").reply?.text == "We are looking. Reply 1 in a moment.")
        #expect(try chat.type("00").reply?.text == "City?")
        #expect(try chat.answer(three, request: number).reply == nil)
        #expect(try chat.type("Xian").request != nil)
    }

    @Test func `who left before the answer and continues asks again`() throws {
        var chat = Chat(try jobs())
        let first = try #require(try chat.walk(["Wuhan"]).request?.number)
        _ = try chat.dial()
        #expect(try chat.answer(three, request: first).reply == nil)
        let resumed = try chat.type("1")
        #expect(resumed.request != nil && resumed.request?.number != first)
        #expect(try chat.answer(three).reply?.text == "Looking in Wuhan.\n3 jobs\n1. More\n2. Done")
    }

    @Test func `what follows an answer that came too late is shown before anything is read`() throws {
        var chat = Chat(try jobs())
        _ = try chat.walk(["Wuhan"])
        _ = try chat.answer(three, isSeen: false)
        for typed in ["2", "", "00"] {
            var other = chat
            let turn = try other.type(typed)
            #expect(turn.reply == Reply(text: "Looking in Wuhan.\n3 jobs\n1. More\n2. Done", ends: false), "\(typed)")
            #expect(try other.type("2").reply == Reply(text: "Bye.", ends: true))
        }
        try chat.dial()
        #expect(chat.shown == BuiltInTexts.Name.resume.english)
        #expect(try chat.type("1").reply?.text.hasSuffix("3 jobs\n1. More\n2. Done") == true)
    }

    @Test func `a last text that came too late is kept until it was shown`() throws {
        let pack = try PackBuilder().pack([
            "main#look": request("jobs", "/open", failed: "main#bye", go: "main#bye"), "main#bye": end("3 jobs. Bye."),
        ])
        for isRedial in [false, true] {
            var chat = Chat(pack)
            try chat.dial()
            let turn = try chat.answer(three, isSeen: false)
            #expect(turn.session != nil && turn.outcome == nil)
            if isRedial { try chat.dial() }
            #expect(try chat.type("1").reply == Reply(text: "3 jobs. Bye.", ends: true))
            #expect(chat.last?.outcome == .finished)
        }
    }

    @Test func `back from what follows is the question before it`() throws {
        var chat = Chat(try jobs())
        _ = try chat.walk(["Wuhan"])
        _ = try chat.answer(three)
        #expect(try chat.type("0").reply?.text == "City?")
    }

    @Test func `dialled digits stop before a question to another system unless it is the last`() throws {
        var chat = Chat(try jobs())
        #expect(try chat.dial("Wuhan*1").reply?.text == "City?")
        #expect(chat.last?.request == nil)
        #expect(try chat.dial("Wuhan").request != nil)
    }

    @Test func `a value that cannot be told is an apology, not a request`() throws {
        let pack = try PackBuilder().pack([
            "main#start": request("jobs", "/x?c=${nobody}", failed: "main#end", go: "main#end"),
            "main#end": end("Bye."),
        ])
        var chat = Chat(pack)
        let turn = try chat.dial()
        #expect(turn.request == nil)
        #expect(turn.flags.map(\.kind) == [.expression])
        #expect(turn.reply?.text == BuiltInTexts.Name.apology.english)
    }
}
