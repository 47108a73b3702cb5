import Conversation
import Expressions
import Telephony
import TestSupport
import Testing

struct PropertyTests {
    private static let texts = [
        "Hi", "What happened at work this week?", "你在哪里工作？工资发了吗？", "Reply ${a} or ${b}", "Price [5] {€}", "😀 ok", "x",
        "Your employer must pay you at least once a month. "
            + "If the pay is late you can ask for it at the labour office near you.",
        "用人单位应当按月足额支付工资，不得克扣或者无故拖欠；超过一个月没有发，可以去当地的劳动监察大队投诉。", "${a + 1}", "${person.region}", "${today}",
    ]
    private static let expressions = [
        "a + 1", "a = 1", "1 / 0", "b & 'x'", "person.region = 'G'", "nothing", "true", "b = 'x'",
    ]
    private static let inputs = [
        "1", "2", "3", "4", "0", "00", "9", "7", "", "yes", "no", "hello", "2026-03", "12", "help", "STOP", "START",
        "language", "back",
        "person", "menu", "你好", "١", "*", "#", "1*2", "Option 2", "opt", "\u{0}\u{7}", "😀😀😀", "+8613800000001", "pay",
    ]

    /// A pack of random steps that lead anywhere.
    private func randomPack(_ random: inout SplitMix64) throws -> Pack {
        var builder = PackBuilder()
        let names = (0..<Int.random(in: 2...9, using: &random)).map { "\($0 % 3 == 0 ? "main" : "sub")#s\($0)" }
        builder.limit = [
            .ussd: .ussd(septets: [60, 100, 160, 182].randomElement(using: &random) ?? 160),
            .sms: .sms(segments: Int.random(in: 1...3, using: &random)),
        ]
        builder.resume = [.ask, .continue, .restart].randomElement(using: &random) ?? .ask
        builder.keywords = ["pay": names[names.count / 2]]
        if Bool.random(using: &random) { builder.destinations = [.person: names[names.count - 1]] }
        if Bool.random(using: &random) { builder.otherwise = names[0] }
        // The built-in texts that are one screen fit the smallest limit.
        builder.texts = [
            .apology: "Sorry. 1 again, 2 person", .help: "Send a number.", .stopped: "Stopped.", .started: "Hello.",
        ]
        return try builder.pack(try names.map { ($0, try randomStep(names, &random)) })
    }

    private func randomStep(_ names: [String], _ random: inout SplitMix64) throws -> StepMaker {
        let text = Self.texts.randomElement(using: &random) ?? ""
        var go: String { (names + ["back", "home", "end"]).randomElement(using: &random) ?? "end" }
        var expression: String { Self.expressions.randomElement(using: &random) ?? "true" }
        let (one, two) = (go, go)
        switch Int.random(in: 0..<14, using: &random) {
        case 0: return say(text, go: one)
        case 1: return branch([(expression, one), (nil, two)])
        case 2: return set(["a": expression, "person.region": expression], go: one)
        case 3: return call(names.randomElement(using: &random) ?? names[0], with: ["a": expression], go: one)
        case 4: return send(text, go: one)
        case 5: return refer("topic", note: text, say: text, go: one)
        case 6: return end(text)
        case 7...9:
            let type = AnswerType.allCases.randomElement(using: &random) ?? .text
            return ask(
                text, AnswerRule(type: type, choices: ["hello": "h"], allowsUnknown: Bool.random(using: &random)),
                save: "b",
                retry: Bool.random(using: &random) ? [text] : [], otherwise: Bool.random(using: &random) ? two : nil,
                confirm: Bool.random(using: &random), isPrivate: Bool.random(using: &random), go: one)
        default:
            let label = text.contains("$") ? "工资" : String(text.prefix(12))
            let options = (1...Int.random(in: 1...12, using: &random)).map { number in
                OptionDraft(
                    "Option \(number) \(label) -> \(go)",
                    when: Int.random(in: 0..<6, using: &random) == 0 ? expression : nil)
            }
            return menu(text, options, save: "a", retry: [text], otherwise: Bool.random(using: &random) ? two : nil)
        }
    }

    private func randomEvent(_ dialogue: String, _ random: inout SplitMix64) -> (ConversationEvent, ChannelKind) {
        let input = Self.inputs.randomElement(using: &random) ?? ""
        switch Int.random(in: 0..<20, using: &random) {
        case 0: return (.silence, .sms)
        case 1: return (.hangUp(dialogue: dialogue), .ussd)
        case 2: return (.hop(Hop(dialogue: dialogue, begins: true, input: .latest(""))), .ussd)
        case 3: return (.hop(Hop(dialogue: dialogue, begins: nil, input: .accumulated(input, separator: "*"))), .ussd)
        case 4: return (.hop(Hop(dialogue: "new", begins: nil, input: .accumulated("1*2*1", separator: "*"))), .ussd)
        case 5...8: return (.message(input), .sms)
        default: return (.hop(Hop(dialogue: dialogue, begins: false, input: .latest(input))), .ussd)
        }
    }

    @Test(arguments: 0..<6)
    func `random packs and answers: every reply fits and is not blank, and a turn depends on its arguments alone`(
        _ seed: Int
    ) throws {
        var random = SplitMix64(seed: UInt64(seed))
        var (replies, flagged, longest) = (0, 0, 0)
        for _ in 0..<40 {
            let pack = try randomPack(&random)
            let machine = ConversationMachine(packs: .init(current: pack))
            var snapshot = Snapshot()
            var now = Timestamp(milliseconds: 1_777_000_000_000)
            for _ in 0..<40 {
                let (event, kind) = randomEvent("d\(Int.random(in: 0...1, using: &random))", &random)
                let channel = ChannelView(name: "test", kind: kind)
                let turn = machine.receive(event, on: channel, snapshot, at: now)
                #expect(machine.receive(event, on: channel, snapshot, at: now) == turn)
                if let reply = turn.reply {
                    replies += 1
                    let limit = try #require(pack.settings.screen[kind])
                    #expect(limit.fits(reply.text), "\(reply.text)")
                    #expect(reply.text.contains { !$0.isWhitespace }, "blank at \(turn.step) after \(event)")
                    #expect(reply.ends == (turn.session == nil))
                } else if case .hop = event {
                    Issue.record("a USSD request without a screen: \(event)")
                }
                #expect(turn.hasWholeTrail(after: snapshot.session), "\(event): \(turn.passages)")
                flagged += turn.flags.count
                let bytes = turn.session?.encoded() ?? []
                longest = max(longest, bytes.count)
                snapshot.session = try turn.session.map { try Session(decoding: $0.encoded()) }
                snapshot.person = try Person(decoding: turn.person.encoded())
                #expect(snapshot.session == turn.session)
                #expect(snapshot.person == turn.person)
                snapshot.caseNumber += turn.cases.count
                now = now + Int64([1, 20, 700, 4_000].randomElement(using: &random) ?? 1)
            }
        }
        #expect(replies > 500)
        #expect(flagged > 0)
        #expect(longest < 20_000)
    }

    @Test func `a session stays small however long and odd the answers`() throws {
        let pack = try PackBuilder().pack([
            "main#start": ask("?", AnswerRule(type: .text), save: "a", go: "main#b"),
            "main#b": ask("?", save: "b", go: "main#start"),
        ])
        var chat = Chat(pack)
        try chat.dial()
        let mark = "e" + String(repeating: "\u{301}", count: 20_000)
        for round in 0..<120 {
            try chat.type(round % 2 == 0 ? mark : String(repeating: "长", count: 5_000))
            try chat.type(String(repeating: "x", count: 400))
        }
        let bytes = try #require(chat.snapshot.session?.encoded())
        #expect(bytes.count < 600_000)
    }

    @Test func `damaged bytes are refused, never a crash`() throws {
        let pack = try PackBuilder().pack([
            "main#start": ask("Name?", save: "name", go: "main#sub"),
            "main#sub": call("sub#q", with: ["n": "1.5"], go: "end"),
            "sub#q": ask("Month?", AnswerRule(type: .month), save: "m", confirm: true, go: "end"),
        ])
        var chat = Chat(pack)
        try chat.walk(["Mei", "2026-03"])
        let good = try #require(chat.snapshot.session).encoded()
        let person = Person(language: "en", fields: ["a": .list([.number(1), .text("x"), .duration(Span(months: 3))])])
            .encoded()
        var random = SplitMix64(seed: 7)
        var read = 0
        for round in 0..<6_000 {
            var bytes = round % 2 == 0 ? good : person
            switch round % 3 {
            case 0:
                bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
                    UInt8.random(in: 0...255, using: &random)
                }
            case 1: bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
            default: bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if let session = try? Session(decoding: bytes) {
                read += 1
                for journal in session.journal { _ = journal.value.text }
                let turn = chat.machine.receive(
                    .message("1"), on: ChannelView(name: "test", kind: .sms), Snapshot(session: session), at: chat.now)
                #expect(turn.reply != nil || turn.hold != nil)
            }
            if let person = try? Person(decoding: bytes) {
                read += 1
                for value in person.fields.values { _ = value.text }
            }
        }
        #expect(read > 100)
        #expect(throws: CodingFault.truncated) { try Session(decoding: []) }
        #expect(throws: CodingFault.version(9)) { try Session(decoding: [9]) }
        #expect(throws: CodingFault.self) { try Session(decoding: good + [0]) }
        #expect(throws: CodingFault.self) { try Person(decoding: person + [0]) }
    }

    @Test func `every kind of value survives being written and read`() throws {
        let values: [Value] = [
            .null, .unknown, .boolean(true), .boolean(false), .text(""), .text("你好 😀"), .number(0), .number(-5),
            .number(Int.max), .number(Int.min),
            .error(EvaluationFault("broken")), .datetime(Timestamp(milliseconds: -1)),
            .duration(Span(months: -3, seconds: 86_400)),
            .list([.list([]), .number(1)]), .object(Object([("b", .text("x")), ("a", .object(Object()))])),
        ]
        let evaluation = Evaluation(
            scope: DictionaryScope([:]), now: Timestamp(milliseconds: 0), utcOffset: 0, language: "en")
        let more = try ["2026-02-28", "2026-03", "1.5", "0.1 + 0.2", "1 / 3"].map {
            evaluation.evaluate(try Expression.parse($0))
        }
        let person = Person(
            language: "en", isStopped: true,
            fields: Dictionary(
                (values + more).enumerated().map { ("f\($0)", $1) }, uniquingKeysWith: { first, _ in first }))
        let read = try Person(decoding: person.encoded())
        #expect(read == person)
        #expect(read.encoded() == person.encoded())
    }
}
