import ContentFiles
import Conversation
import Testing

/// Talks about what comes after a turn: reminders, and other systems.
struct TalkLaterTests {
    /// A pack that asks two systems, plans reminders and has a private question.
    static func later() -> Fixture {
        var fixture = packFile(
            """
            code: "*384*7#"
            timezone: +08:00
            keywords: { main: [HI] }
            session: { idle: { ussd: 10m, sms: 2h } }
            person: { agrees: { type: yes_no } }
            consent: person.agrees
            reminders: { at: "10:00" }
            quiet_hours: 21:00-08:00
            """)
        fixture.main = """
            steps:
              start:
                menu: What now?
                options:
                  - { label: Jobs, set: { city: "'West End'" }, go: look }
                  - { label: Remind me, set: { person.agrees: "true" }, go: plan }
                  - { label: Secret, go: secret }
              look:
                request: jobs
                url: /open?city=${city}
                within: 3s
                failed: none
                go: more
              more:
                request: pay
                url: /pay
                body: { open: look.open }
                failed: none
                go: show
              show:
                end: ${look.open} jobs, ${more.pay} each.
              none:
                menu: No answer.
                options: [Again -> look, Bye -> bye]
              plan:
                remind: news
                after: 3d
                go: bye
              secret:
                ask: Your PIN?
                answer: { type: pin }
                save: pin
                go: bye
              bye:
                end: See you.
            """
        fixture.files["news.yaml"] = """
            steps:
              start:
                menu: Any news?
                options: [Yes -> later, No -> bye]
              later:
                remind: news
                after: 1d
                go: bye
              bye:
                end: Thank you.
            """
        return fixture
    }

    private func play(_ lines: String) throws -> [String] {
        let (pack, log) = Self.later().load()
        #expect(log.sorted.map(\.description) == [])
        return TalkReading.failures(lines, in: try #require(pack))
    }

    @Test func `a system answers, and its screen is the one to look at`() throws {
        #expect(
            try play(
                """
                dial *384*7#
                ...
                > 1
                expect request jobs /open?city=West%20End
                expect request jobs /open ...
                respond {"open": 3}
                expect request pay /pay
                duplicate
                < \(Self.patience)
                respond {"pay": 200}
                < 3 jobs, 200 each.
                expect outcome finished
                duplicate
                < 3 jobs, 200 each.
                """) == [])
    }

    @Test func `a system that does not answer, or not in time, is no fault of the pack`() throws {
        #expect(try play("dial *384*7*1#\nrespond fails\n< No answer. / 1. Again / 2. Bye") == [])
        let late = "dial *384*7*1#\n< \(Self.patience)\nwait 3s\n< No answer. ..."
        #expect(try play(late) == [])
        #expect(try play(late + "\nrespond {}") == ["6: no system is asked that could answer"])
        #expect(try play("dial *384*7*1#") == ["2: nothing looked at this screen: \(Self.patience)"])
        #expect(
            try play("dial *384*7*1#\nexpect request jobs /close\n...") == [
                "3: expected the request 'jobs /close', got: jobs /open?city=West%20End"
            ])
    }

    private static let patience = "We are looking. Reply 1 in a moment."

    @Test func `a reminder comes by SMS at its moment, and must be looked at`() throws {
        let lines = """
            on ussd from +8613800000001 at 2026-05-02 22:30
            dial *384*7*2#
            < See you.
            expect reminder news
            expect reminder news#start
            """
        #expect(try play(lines + "\nexpect no reminder") == ["7: expected no reminder, got: news#start"])
        #expect(try play(lines + "\nwait 3d\nexpect no reminder") == [])
        #expect(try play(lines + "\nwait 4d") == ["7: nothing looked at this screen: Any news? / 1. Yes / 2. No"])
        #expect(
            try play(
                lines + """

                    wait 3d
                    wait 9h
                    wait 30m
                    < Any news? / 1. Yes / 2. No
                    on sms
                    > 1
                    < Thank you.
                    expect reminder news
                    wait 1d
                    < Any news? ...
                    """) == [])
    }

    @Test func `a reminder that comes into a conversation waits until that is over`() throws {
        #expect(
            try play(
                """
                on ussd from +8613800000001 at 2026-05-02 10:00
                dial *384*7*2#
                < See you.
                on sms
                wait 71h
                > HI
                < What now? ...
                wait 1h
                expect reminder news
                wait 1h
                expect outcome expired
                < Any news? ...
                """) == [])
    }

    @Test func `a later reminder of the same step takes the place of an earlier one`() throws {
        #expect(
            try play(
                """
                on ussd from +8613800000001 at 2026-05-02 10:00
                dial *384*7*2#
                ...
                wait 1d
                dial *384*7*2#
                ...
                wait 2d
                expect no sms
                wait 1d
                < Any news? ...
                """) == [])
    }
}
