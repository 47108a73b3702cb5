import ContentFiles
import Conversation
import Testing

/// Talks as they are played.
struct TalkTests {
    private func play(_ lines: String) throws -> [String] {
        TalkReading.failures(lines, in: try #require(PackTests.good().load().pack))
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
            expect outcome expired
            > yes
            < What happened? ...
            expect no outcome
            """)
        #expect(failures == [])
    }

    @Test(arguments: [
        ("dial *384*77#\n< Hello ...", "3: another screen is shown; expected: Hello ...; shown: \(start)"),
        ("dial *384*77#\n> 1\n...", "3: nothing looked at this screen: \(start)"),
        ("dial *384*77#", "2: nothing looked at this screen: \(start)"),
        ("dial *384*77#\n...\nexpect case wages", "4: expected the case 'wages', got: none"),
        ("dial *384*77#\n...\nexpect sms Hi", "4: expected the SMS: Hi; none was sent"),
        ("dial *384*77#\n...\nexpect outcome finished", "4: expected the outcome 'finished', got: none"),
        ("dial *384*77#\n...\nexpect outcome a.b c", "4: expected the outcome 'a.b c', got: none"),
        ("dial *384*77#\n...\nexpect language zh", "4: expected the language 'zh', got: en"),
        ("dial *384*77#\n...\nexpect step main#done", "4: expected the step 'main#done', got: main#start"),
        ("dial *384*77#\n...\nexpect request jobs /a", "4: expected the request 'jobs /a', got: none"),
        ("dial *384*77#\n...\nexpect reminder news", "4: expected the reminder 'news', got: none"),
        ("dial *384*77*2#\n...\n> Gansu\n...\nexpect no sms", "6: expected no sms, got: Call 12333, Gansu"),
        ("dial *384*77*2#\n...\n> Gansu\n...\nexpect no outcome", "6: expected no outcome, got: finished"),
        (
            "have person.region = 'Gansu'\nexpect person.region = 'Hebei'",
            "3: expected person.region = 'Hebei'; known are: region = Gansu"
        ),
        ("have person.regoin = 1", "2: the pack keeps no person.regoin; did you mean person.region?"),
        ("on ussd in sw", "2: the pack does not speak 'sw', only en"),
        ("dial *100#", "2: '*100#' leads elsewhere: the pack's code is *384*77#"),
        ("> hi", "2: there is no USSD dialogue to type into: dial before, or write 'on sms'"),
        ("drop", "2: there is no USSD dialogue that could break"),
        ("duplicate", "2: there is no request that could be repeated"),
        (
            "approve",
            "2: staff have no record to bring here: nobody asked, or it is not clear whose record it is"
        ),
        ("close", "2: there is no conversation on this phone that staff could end"),
        ("respond {}", "2: no system is asked that could answer"),
        ("on sms at 2026-05-02 09:00\non sms at 2026-05-01 09:00", "3: time does not go back: \(back)"),
        ("late 2h\n> hi", "3: only an SMS can come late: write 'on sms' before"),
        ("on sms\n> STOP\n...\n> hello\n< Hello", "6: another screen is shown; expected: Hello; nothing is shown"),
    ])
    func `a talk that is not met says where and what was shown`(lines: String, message: String) throws {
        #expect(try play(lines) == [message])
    }

    private static let start = "What happened? / 1. Pay / 2. Other"
    private static let back = "it was later than 2026-05-01 09:00 before"

    @Test func `a failure tells of the conversation before it and of its step`() throws {
        let pack = try #require(PackTests.good().load().pack)
        let talk = "talk: t\ndial *384*77#\n...\n> 2\n...\n> Gansu\n< Bye"
        let failure = try #require(TalkReading.play(talk, in: pack).first?.failures.first)
        #expect(failure.place.before == ["> 2", "< Where are you?", "> Gansu"])
        #expect(failure.place.step == "main#done")
        #expect(failure.place.line == 7)
    }

    @Test func `a provider that repeats a request gets its answer, and nothing advances`() throws {
        #expect(
            try play(
                """
                dial *384*77*2#
                < Where are you?
                > Gansu
                duplicate
                < Thank you.
                expect no sms
                duplicate
                < Thank you.
                dial *384*77#
                < \(Self.start)
                > 2
                < Where are you?
                duplicate
                < Where are you?
                > Hebei
                < When?
                """) == [])
    }

    @Test func `a late SMS comes when the clock reaches its time, in order`() throws {
        #expect(
            try play(
                """
                on sms at 2026-05-02 09:00
                > PAY
                < When?
                late 2h
                > 2026-03
                wait 1h
                expect no outcome
                wait 1h
                < Welcome back. 1 Continue 2 Start again
                late 10m
                > 1
                < When?
                """) == [])
        #expect(try play("on sms\n> PAY\n...\nlate 2h\n> 2026-03\nexpect no sms\n...") == [])
        #expect(
            try play("on sms\n> PAY\n...\nlate 2h\n> 2026-03\nwait 1h") == [
                "7: a late SMS has not come yet: let time go by with 'wait'"
            ])
    }

    @Test func `every phone has its own conversation, channel and dialogue`() throws {
        #expect(
            try play(
                """
                on ussd from +8613800000001 at 2026-05-02 09:00
                dial *384*77#
                < \(Self.start)
                on sms from +8613800000002
                > PAY
                < When?
                from +8613800000001
                > 2
                < Where are you?
                drop
                from +8613800000002
                > 2026-03
                < 2026-03. Is this right? 1 Yes 2 No
                on sms from +8613800000001
                > Gansu
                < Thank you.
                from +8613800000002
                wait 25h
                expect outcome expired
                """) == [])
    }

    @Test func `a dialogue may break without the provider telling of it`() throws {
        let lines = "dial *384*77*2#\n...\ndrop\ndial *384*77#\n< Welcome back. 1 Continue 2 Start again"
        #expect(try play(lines) == [])
        #expect(try play(lines.replacing("drop", with: "drop unnoticed")) == [])
    }

    @Test func `a screen or SMS that is too long fails without being asked`() throws {
        var fixture = PackTests.good()
        fixture.main = fixture.main.replacing("Call ${constants.hotline}", with: String(repeating: "long ", count: 70))
        let pack = try #require(fixture.load().pack)
        let failures = TalkReading.failures("dial *384*77*2#\n...\n> Gansu\n...", in: pack)
        #expect(failures.count == 1)
        #expect(failures.first?.hasPrefix("4: the SMS does not fit") == true)
    }

    @Test func `a talk reports what it walked, by language`() throws {
        let pack = try #require(PackTests.good().load().pack)
        let walked = try #require(
            TalkReading.play("talk: t\ndial *384*77*2#\n...\n> Gansu\n...", in: pack).first?.walked)
        let steps = try #require(walked.steps["en"])
        #expect(steps.isSuperset(of: ["main#start", "main#region", "main#split", "main#copy", "main#done"]))
        #expect(walked.options == ["main#start.2"])
        #expect(walked.outcomes == ["finished"])
        #expect(walked.steps.keys.sorted() == ["en"])
    }

    @Test func `a talk on both channels is played on each, and begins as each does`() throws {
        var fixture = PackTests.good()
        fixture.pack = fixture.pack.replacing("wages/late: [PAY, 工资]", with: "wages/late: [PAY, 工资]\n  main: [HELLO]")
        let pack = try #require(fixture.load().pack)
        let text = "talk: t\non ussd and sms from +8613800000001 in en\nbegin\n< What happened? / 1. Pay / 2. Other"
        let reports = TalkReading.play(text, in: pack)
        #expect(reports.map(\.failures) == [[], []])
        #expect(reports.map(\.walked.channels) == [[.ussd: ["main#start"]], [.sms: ["main#start"]]])
        #expect(TalkReading.read(text).talks.map(\.title) == ["t (ussd)", "t (sms)"])
    }

    @Test func `by SMS nothing begins in a pack without a word for its first flow`() throws {
        let failures = try play("on sms\nbegin")
        #expect(failures == ["3: no word of the pack starts its first flow: write one with '>'"])
    }
}
