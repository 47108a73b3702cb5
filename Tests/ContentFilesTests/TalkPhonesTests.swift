import ContentFiles
import Conversation
import Expressions
import Testing

/// Talks of several phones, and of what staff do: what is done in one place shows in another.
struct TalkPhonesTests {
    /// A pack whose first screen shows a code that brings the record to another phone.
    private static func pack() throws -> Pack {
        var fixture = packFile(
            "code: \"*384*7#\"\nkeywords: { main: [HI] }\nsession: { idle: { ussd: 10m, sms: 24h } }")
        fixture.main = """
            steps:
              start:
                menu: "Code: ${claim.code}"
                options: [Bring -> bring, Again -> start]
              bring:
                ask: Which code?
                answer: { type: claim_code }
                save: outcome
                go: done
              done:
                end: It is ${outcome}.
            """
        let (pack, log) = fixture.load()
        #expect(log.sorted.map(\.description) == [])
        return try #require(pack)
    }

    private func play(_ lines: String) throws -> [String] {
        TalkReading.failures(lines, in: try Self.pack())
    }

    /// The third thing that happens in a talk shows this code.
    private static let claiming = """
        on sms from +8613800000001 in en at 2026-05-02 09:00
        > HI
        ...
        > 2
        ...
        > 2
        < Code: 04239-56175 ...
        on sms from +8613800000003
        > HI
        ...
        on sms from +8613800000002
        > HI
        ...
        > 1
        < Which code?
        > 04239-56175
        < It is done.
        """

    private static let notice =
        "The record of this number is now on another phone. If that was not you, reply 2 within 3 days. "
        + "If it was you, do nothing."

    @Test func `a record that comes to another phone tells the old one and ends its conversation`() throws {
        #expect(
            try play(
                Self.claiming + """

                    expect outcome finished
                    expect no sms
                    from +8613800000001
                    expect sms \(Self.notice)
                    expect outcome moved
                    expect step main#start
                    > HI
                    expect no sms
                    expect no outcome
                    ...
                    """) == [])
    }

    @Test func `no other phone is told`() throws {
        #expect(try play(Self.claiming + "\nfrom +8613800000003\nexpect no sms\nexpect no outcome") == [])
        #expect(
            try play(Self.claiming + "\nfrom +8613800000001\nexpect no sms")
                == ["20: expected no sms, got: \(Self.notice)"])
    }

    @Test func `a conversation that is over does not end once more when its record goes`() throws {
        let next = "on sms from +8613800000003"
        let waiting = Self.claiming.replacing(next, with: "wait 25h\n" + next)
        #expect(
            try play(waiting + "\nfrom +8613800000001\nexpect sms \(Self.notice)\nexpect no outcome") == [])
    }

    @Test func `staff end a conversation, and what she writes next begins another`() throws {
        let closing = "on sms\n> HI\n...\nclose\nexpect outcome closed\nexpect step main#start\nexpect no sms"
        #expect(try play(closing + "\n> HI\n< Code: ...\nexpect no outcome") == [])
        #expect(
            try play(closing + "\nclose")
                == ["9: there is no conversation on this phone that staff could end"])
        #expect(try play("begin\n...\nclose\nexpect outcome closed\n> 2\n< Code: ...") == [])
        let report = try #require(TalkReading.play("talk: t\n" + closing, in: Self.pack()).first)
        #expect(report.walked.outcomes == ["closed"])
    }

    @Test func `whoever has a number next ends the conversation that was open there`() throws {
        #expect(
            try play(
                """
                on sms from +8613800000001 in en at 2026-05-02 09:00
                > HI
                ...
                wait 2h
                gone
                expect no outcome
                > HI
                ...
                expect no outcome
                > 2
                < Code: ...
                expect outcome moved
                """) == [])
    }

    @Test func `what other phones show is written down for them`() throws {
        var recorder = TalkRecorder()
        let (mine, other) = ("+8613800000002", "+8613800000001")
        var (own, left) = (Turn(person: Person(), session: nil), Turn(person: Person(), session: nil))
        own.reply = Reply(text: "It is done.", ends: true)
        left.messages = ["It went."]
        left.outcome = .moved
        let lines = recorder.lines(
            for: .type("1", late: nil),
            [.init(number: mine, kind: .ussd, turn: own), .init(number: other, kind: .sms, turn: left)], with: mine)
        #expect(
            lines == [
                "> 1", "< It is done.", "from \(other)", "expect sms It went.", "expect outcome moved", "from \(mine)",
            ])
        #expect(recorder.lines(for: .close, [], with: mine) == ["close"])
    }
}
