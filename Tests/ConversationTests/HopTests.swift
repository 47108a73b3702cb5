import Conversation
import Expressions
import TestSupport
import Testing

/// Requests of a USSD dialogue that come again, come too late, or whose id was used before.
struct HopTests {
    private func pack() throws -> Pack {
        try PackBuilder().pack([
            "main#start": menu("Main", ["Name -> main#name", "Again -> main#start", "Bye -> main#bye"]),
            "main#name": ask("Name?", save: "name", go: "main#start"),
            "main#bye": end("Bye."),
        ])
    }

    private let goodbye = Reply(text: BuiltInTexts.Name.goodbye.english, ends: true)

    private func hop(
        _ text: String, begins: Bool? = false, dialogue: String = "d", dialled: String? = nil, lifetime: Int? = nil
    ) -> ConversationEvent {
        let mark = text.unicodeScalars.reduce(begins == true ? 7 : 0) { $0 &* 31 &+ Int($1.value) }
        return .hop(
            Hop(
                dialogue: dialogue, begins: begins, input: .latest(text), dialled: dialled, mark: mark,
                lifetime: lifetime))
    }

    @Test func `what comes after the last screen of a dialogue begins nothing`() throws {
        var chat = Chat(try pack())
        try chat.receive(hop("", begins: true), .ussd)
        #expect(try chat.receive(hop("3"), .ussd).reply == Reply(text: "Bye.", ends: true))
        for text in ["1", "2", ""] {
            let turn = try chat.receive(hop(text), .ussd)
            #expect(turn.reply == goodbye, "\(text)")
            #expect(turn.isOver && turn.session == nil && !turn.isBeginning)
        }
        #expect(try chat.receive(hop("", begins: true, dialogue: "e"), .ussd).isBeginning)
    }

    @Test func `accumulated input after the end is not taken for dialled digits, a dial with the same id is a dial`()
        throws
    {
        var chat = Chat(try pack())
        for text in ["", "3"] { try chat.accumulate(text) }
        #expect(try chat.accumulate("3*1").reply == goodbye)
        #expect(try chat.accumulate("1*Mei").reply == goodbye)
        #expect(try chat.accumulate("").isBeginning)
    }

    @Test func `a dialogue that a message followed is resumed, not closed`() throws {
        var chat = Chat(try pack())
        try chat.receive(hop("", begins: true), .ussd)
        try chat.receive(hop("3"), .ussd)
        try chat.text("hello")
        #expect(try chat.receive(hop("1"), .ussd).reply?.text == BuiltInTexts.Name.resume.english)
    }

    @Test func `where ids are used again, an end does not close the next dial`() throws {
        var chat = Chat(try pack())
        for begins in [true, nil] {
            #expect(try chat.receive(hop("", begins: begins, lifetime: 90), .ussd).isBeginning)
            #expect(try chat.receive(hop("3", lifetime: 90), .ussd).reply?.ends == true)
        }
        #expect(try chat.receive(hop("1", lifetime: 90), .ussd).reply == goodbye)
        chat.wait(90)
        #expect(try chat.receive(hop("1", lifetime: 90), .ussd).isBeginning)
    }

    @Test func `where ids are used again, an id that was silent for its life is a new dial`() throws {
        var chat = Chat(try pack())
        try chat.receive(hop("", begins: nil, lifetime: 90), .ussd)
        chat.wait(89)
        #expect(try chat.receive(hop("1", begins: nil, lifetime: 90), .ussd).reply?.text == "Name?")
        chat.wait(90)
        let turn = try chat.receive(hop("", begins: nil, lifetime: 90), .ussd)
        #expect(turn.reply?.text == BuiltInTexts.Name.resume.english)
    }

    @Test func `what was dialled behind the code counts only where the request turns out to begin`() throws {
        var chat = Chat(try pack())
        let turn = try chat.receive(hop("384*77*1*Mei", begins: nil, dialled: "1*Mei"), .ussd)
        #expect(turn.reply?.text == "Main\n1. Name\n2. Again\n3. Bye")
        #expect(chat.answer("name") == .text("Mei"))
        try chat.receive(hop("1", begins: nil, dialled: ""), .ussd)
        #expect(try chat.receive(hop("384*77*1", begins: nil, dialled: "1"), .ussd).understood == "text 384*77*1")
        #expect(try chat.receive(hop("384*77", begins: nil, dialogue: "e", dialled: ""), .ussd).input.isEmpty)
    }

    @Test(arguments: 0..<4)
    func `the last request is never new when it comes again, one with another mark always is`(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        var chat = Chat(try pack())
        var last: (dialogue: String, mark: Int)?
        var marks: [String: Int] = [:]
        var repeats = 0
        for _ in 0..<600 {
            let mark = Int.random(in: 1...3, using: &random)
            let dialogue = ["d", "e"].randomElement(using: &random) ?? "d"
            switch Int.random(in: 0..<12, using: &random) {
            case 0:
                try chat.silence()
            case 1:
                chat.wait(Int.random(in: 0...20, using: &random))
            default:
                let input = ["1", "2", "3", "Mei", ""].randomElement(using: &random) ?? ""
                let turn = try chat.receive(
                    .hop(Hop(dialogue: dialogue, begins: false, input: .latest(input), mark: mark)), .ussd)
                if last?.dialogue == dialogue, last?.mark == mark { #expect(!turn.isNew) }
                if marks[dialogue] != mark { #expect(turn.isNew, "dialogue \(dialogue), mark \(mark)") }
                repeats += turn.isNew ? 0 : 1
                last = (dialogue, mark)
                marks[dialogue] = mark
            }
        }
        #expect(repeats > 50)
    }

    @Test func `sessions and persons of the earlier format are read`() throws {
        var chat = Chat(try pack())
        try chat.accumulate("1")
        let session = try #require(chat.snapshot.session)
        let person = Person(language: "en", fields: ["city": .text("深圳")])
        // The first format had no mark, which is one byte while it is 0, and no dialogue that is over and no PIN, which are
        // a byte each while there is none, no attempts at facts, which are three, and no days of fields and no wordings, which are one each.
        #expect(try Session(decoding: [1] + session.encoded().dropFirst().dropLast()) == session)
        #expect(try Person(decoding: [1] + person.encoded().dropFirst().dropLast(7)) == person)
        #expect(try Person(decoding: [2] + person.encoded().dropFirst().dropLast(6)) == person)
        #expect(try Person(decoding: [3] + person.encoded().dropFirst().dropLast(5)) == person)
        #expect(try Person(decoding: [4] + person.encoded().dropFirst().dropLast(2)) == person)
        #expect(try Person(decoding: [5] + person.encoded().dropFirst().dropLast(1)) == person)
    }
}
