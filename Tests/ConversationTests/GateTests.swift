import Conversation
import Expressions
import TestSupport
import Testing

/// A number that may be a stranger's by now.
struct GateTests {
    private func pack(check: [String] = ["region"]) throws -> Pack {
        var builder = PackBuilder()
        builder.identity = IdentitySettings(check: check)
        return try builder.pack([
            "main#start": menu("Hello ${default(person.region, 'you')}|你好", ["City -> main#city", "Bye -> main#bye"]),
            "main#city": ask("Which city?|哪个城市？", save: "person.region", go: "main#start"),
            "main#bye": end("Bye."),
        ])
    }

    /// She told her city, and was silent ever since.
    private func silent(days: Int = 61, _ pack: Pack) throws -> Chat {
        var chat = Chat(pack)
        try chat.walk(["1", "Wuhan", "2"])
        chat.wait(days * 86_400)
        return chat
    }

    @Test func `a number is noted as heard at most once an hour`() throws {
        var chat = Chat(try pack())
        #expect(try chat.text("hi").address == AddressState(heardAt: chat.now))
        chat.wait(3_599)
        #expect(try chat.text("1").address == nil)
        chat.wait(1)
        #expect(try chat.text("1").address?.heardAt == chat.now)
    }

    @Test func `accumulated input answers the gate like any screen, and a repeated hop is no second answer`() throws {
        var chat = try silent(try pack())
        #expect(try chat.accumulate("").reply?.text == "Have you used this service before? 1 Yes 2 No")
        #expect(try chat.accumulate("1").reply?.text.hasSuffix("Which city?") == true)
        #expect(try chat.accumulate("1").reply?.text.hasSuffix("Which city?") == true)
        #expect(try chat.accumulate("1*Beijing").reply?.text.hasPrefix("That does not match.") == true)
        #expect(try chat.accumulate("1*Beijing").reply?.text.hasPrefix("That does not match.") == true)
        #expect(chat.snapshot.address.gate?.attempts.wrong == 1)
        #expect(try chat.accumulate("1*Beijing*Wuhan").reply?.text.hasPrefix("Hello Wuhan") == true)
        #expect(try chat.accumulate("1*Beijing*Wuhan*2").reply?.text == "Bye.")
    }

    @Test func `nothing typed at the gate is kept in the transcript, and no dialled digit answers it`() throws {
        var chat = try silent(try pack())
        let dialled = try chat.dial("1*Wuhan")
        #expect(dialled.reply?.text == "Have you used this service before? 1 Yes 2 No")
        for answer in ["1", "Beijing", "Wuhan"] { #expect(try chat.type(answer).input.isEmpty) }
    }

    @Test func `a word of a flow does not pass the gate`() throws {
        var builder = PackBuilder()
        builder.keywords = ["pay": "main#pay"]
        let pack = try builder.pack([
            "main#start": menu("Hello", ["Bye -> main#pay"]), "main#pay": end("Paid ${person.region}."),
        ])
        var chat = Chat(pack)
        chat.snapshot.person.fields["region"] = .text("Wuhan")
        chat.snapshot.address.heardAt = chat.now
        chat.wait(61 * 86_400)
        for word in ["pay", "menu", "person", "help", "pay"] {
            #expect(try chat.text(word).reply?.text == "Have you used this service before? 1 Yes 2 No")
        }
    }

    @Test func `the waits after wrong answers grow, and end`() {
        let settings = IdentitySettings(lock: 100)
        #expect([1, 2, 3, 7, 8, 99].map(settings.lock(after:)) == [100, 200, 400, 6_400, 6_400, 6_400])
    }

    @Test func `the first reminder is the question of the gate, and a second one is nothing`() throws {
        var chat = try silent(try pack())
        let reminder = ConversationEvent.reminder(Reminder(step: "main#start", at: chat.now))
        #expect(try chat.receive(reminder, .sms).reply?.text == "Have you used this service before? 1 Yes 2 No")
        #expect(try chat.receive(reminder, .sms).reply == nil)
    }

    @Test func `a closed gate holds back answers of systems, but not silence`() throws {
        var chat = try silent(try pack())
        for event in [ConversationEvent.answer(.value(.null), request: 1), .optOut, .gone] {
            let turn = try chat.receive(event, .sms)
            #expect(turn.reply == nil && turn.messages.isEmpty && turn.reminders.isEmpty)
            #expect(turn.person.fields["region"] == .text("Wuhan"))
        }
        #expect(chat.snapshot.address.gate?.isStopped == true)
        #expect(try chat.silence().session == nil)
    }

    @Test(arguments: 0..<4)
    func `whatever is typed, the gate shows nothing of the person until the city is right`(_ seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let pack = try pack()
        let inputs = [
            "1", "2", "0", "00", "9", "yes", "no", "Beijing", "", "LANGUAGE", "STOP", "START", "help", "back",
        ]
        for _ in 0..<30 {
            var chat = try silent(pack)
            for _ in 0..<12 {
                let input = inputs.randomElement(using: &random) ?? "1"
                let turn =
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: try chat.dial()
                    case 1: try chat.type(input)
                    default: try chat.text(input)
                    }
                #expect(turn.reply?.text.contains("Wuhan") != true)
                #expect(turn.move == .newcomer || turn.address?.standing != .verified || turn.address?.gate == nil)
                if turn.move == .newcomer { break }
                chat.wait(Int.random(in: 0..<90_000, using: &random))
            }
        }
    }

    @Test func `damaged gates are refused, never a crash`() throws {
        let good = Gate(stage: .fact("region"), dialogue: Dialogue(id: "d", typed: "1"), language: "en").encoded()
        #expect(try Gate(decoding: good).encoded() == good)
        var random = SplitMix64(seed: 5)
        for _ in 0..<2_000 {
            var bytes = good
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            _ = try? Gate(decoding: bytes)
            _ = try? Gate(decoding: Array(good.prefix(Int.random(in: 0..<good.count, using: &random))))
        }
        #expect(throws: CodingFault.self) { try Gate(decoding: good + [0]) }
        #expect(throws: CodingFault.version(9)) { try Gate(decoding: [9]) }
    }
}
