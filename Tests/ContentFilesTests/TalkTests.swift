import ContentFiles
import Conversation
import Testing

struct TalkTests {
    private func read(_ text: String) -> (talks: [Talk], log: [String]) {
        let log = DiagnosticLog()
        let talks = TalkFile.read(text, file: "a.talk", log: log)
        return (talks, log.sorted.map { "\($0.position.line) \($0.id)" })
    }

    private func play(_ lines: String) throws -> [String] {
        let pack = try #require(PackTests.good().load().pack)
        let (talks, log) = read("talk: test\n" + lines)
        #expect(log == [])
        return talks.flatMap { TalkRun.play($0, in: pack).failures }.map { "\($0.line): \($0.message)" }
    }

    @Test func `lines are read with their numbers`() {
        let (talks, log) = read(
            """
            # A comment
            talk: first

            on sms from +8613800000001 in en at 2026-05-02 09:00
            > hello
            < What? / 1. Yes ...
            ...
            talk: second
            have person.region = 'Gansu'
            dial *384*77*1#
            wait 90s
            wait 2h
            drop
            duplicate
            from +8613800000002
            expect case wages
            expect sms Call 12333 ...
            expect outcome finished
            """)
        #expect(log == [])
        #expect(talks.map(\.title) == ["first", "second"])
        #expect(talks.map(\.line) == [2, 8])
        #expect(talks.first?.lines.map(\.number) == [4, 5, 6, 7])
        #expect(
            talks.first?.lines.map(\.action).dropFirst() == [
                .type("hello"), .see(Talk.Screen(notation: "What? / 1. Yes ...")), .seeAnything,
            ])
        let actions = talks.last?.lines.map(\.action) ?? []
        #expect(actions.count == 10)
        #expect(actions.contains(.wait(90)) && actions.contains(.wait(7_200)) && actions.contains(.dial("*384*77*1#")))
        #expect(actions.contains(.expectOutcome("finished")) && actions.contains(.expectCase("wages")))
    }

    @Test(arguments: [
        ("> hi", "1 talk"), ("talk: t\nhello there", "2 talk"), ("talk: t\nwait long", "2 talk"),
        ("talk: t\nwait 99999999999999999d", "2 talk"),
        ("talk: t\non fax", "2 talk"), ("talk: t\non sms at 2026-02-30 09:00", "2 talk"),
        ("talk: t\non sms at 2026-x-02-03 09:00", "2 talk"),
        ("talk: t\non sms at 2026-02-03 25:00", "2 talk"), ("talk: t\non sms badly", "2 talk"),
        ("talk: t\nhave region = 1", "2 talk"),
        ("talk: t\nhave person.region = 1 +", "2 talk"), ("talk: t\nexpect rain today", "2 talk"),
        ("talk: t\nexpect case", "2 talk"),
    ])
    func `a line that cannot be read is an error with its number`(_ text: String, _ expected: String) {
        #expect(read(text).log == [expected])
    }

    @Test func `a screen is exact, or its beginning`() {
        #expect(Talk.Screen(notation: "A / 1. B").matches("A\n1. B"))
        #expect(!Talk.Screen(notation: "A / 1. B").matches("A\n1. B\n2. C"))
        #expect(Talk.Screen(notation: "A ...").matches("A\n1. B"))
        #expect(!Talk.Screen(notation: "B ...").matches("A\n1. B"))
        #expect(Talk.Screen(notation: "A....").matches("A...."))
        #expect(Talk.Screen(notation: "A / B ...").description == "A / B ...")
    }

    @Test func `a talk that is met says nothing`() throws {
        let failures = try play(
            """
            on ussd from +8613800000001 in en at 2026-05-02 09:00
            dial *384*77#
            < What happened? / 1. Pay / 2. Other
            > 2
            < Where are you?
            drop
            dial *384*77#
            < Welcome back. ...
            > 1
            < Where are you?
            > Gansu
            < Thank you.
            expect sms Call 12333, Gansu
            expect outcome finished
            on sms
            > PAY
            ...
            > 2026-03
            < 2026-03. Is this right? 1 Yes 2 No
            wait 25h
            > yes
            < What happened? ...
            expect outcome expired
            """)
        #expect(failures == [])
    }

    @Test func `a talk that is not met says where and what was shown`() throws {
        #expect(
            try play("dial *384*77#\n< Hello ...") == [
                "3: expected: Hello ...\n   shown: What happened? / 1. Pay / 2. Other"
            ])
        #expect(
            try play("dial *384*77#\n> 1\n...") == [
                "3: nothing looked at this screen before: What happened? / 1. Pay / 2. Other"
            ])
        #expect(
            try play("dial *384*77#") == ["2: nothing looked at this screen before: What happened? / 1. Pay / 2. Other"]
        )
        #expect(try play("dial *384*77#\n...\nexpect case wages") == ["4: expected a case 'wages', opened: "])
        #expect(try play("dial *384*77#\n...\nexpect sms Hi") == ["4: expected an SMS: Hi\n   sent: "])
        #expect(
            try play("dial *384*77#\n...\nexpect outcome finished") == ["4: expected the outcome 'finished', got: none"]
        )
        #expect(try play("on sms\n> STOP\n...\n> hello\n< Hello") == ["6: expected: Hello\n   shown: (nothing)"])
    }

    @Test func `a talk reports what it walked`() throws {
        let pack = try #require(PackTests.good().load().pack)
        let talk = try #require(read("talk: t\ndial *384*77*2#\n...\n> Gansu\n...").talks.first)
        let report = TalkRun.play(talk, in: pack)
        #expect(report.failures == [])
        #expect(report.steps.isSuperset(of: ["main#start", "main#region", "main#split", "main#copy", "main#done"]))
        #expect(report.outcomes == ["finished"])
        #expect(report.languages == ["en"])
    }
}
