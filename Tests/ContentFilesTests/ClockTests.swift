import ContentFiles
import Conversation
import Directory
import Testing

/// A pack whose country has several clocks: she is written to by the clock where she is.
struct ClockTests {
    /// Two places with clocks two hours apart.
    private static func pack() -> Fixture {
        var fixture = TalkLaterTests.later()
        fixture.pack = fixture.pack.replacing("timezone: +08:00", with: "timezone: +07:00")
            .replacing("agrees: { type: yes_no }", with: "agrees: { type: yes_no }, home: { type: place }")
            .replacing("reminders: { at: \"10:00\" }", with: "reminders: { at: \"10:00\", place: home }")
        fixture.main = fixture.main.replacing("after: 3d", with: "after: 8h")
        fixture.files["directory/regions.csv"] = """
            code,parent,level,name:en,timezone
            ID,,country,Indonesia,+07:00
            JB,ID,province,West Java,
            BDG,JB,city,Bandung,
            PA,ID,province,Papua,+09:00
            JAP,PA,city,Jayapura,
            """
        return fixture
    }

    private func play(_ lines: String) throws -> [String] {
        let (pack, log) = Self.pack().load()
        #expect(log.sorted.map(\.description) == [])
        return TalkReading.failures(lines, in: try #require(pack))
    }

    private static func plan(_ home: String) -> String {
        """
        talk: reminded by her clock
        on sms from +6281200000001 at 2026-04-24 12:30
        \(home)
        > hi
        ...
        > 2
        < See you.
        wait 7h
        wait 59m
        expect no sms

        """
    }

    @Test(arguments: ["have person.home = 'BDG'", "have person.home = 'gone'", "have person.agrees = false"])
    func `where it is not night yet it comes`(home: String) throws {
        #expect(try play(Self.plan(home) + "wait 1m\n< Any news? ...\n") == [])
    }

    @Test func `where it is night it waits for the morning there, not for that of the pack`() throws {
        let talk =
            Self.plan("have person.home = 'JAP'")
            + "wait 1m\nexpect no sms\nwait 9h\nwait 29m\nexpect no sms\nwait 1m\n< Any news? ...\n"
        #expect(try play(talk) == [])
    }

    @Test func `who has moved meanwhile is written to by the clock of the new place`() throws {
        var fixture = Self.pack()
        fixture.main = fixture.main.replacing(
            "label: Secret, go: secret", with: "label: Moved, set: { person.home: \"'JAP'\" }, go: bye"
        )
        .replacing("  secret:\n    ask: Your PIN?\n    answer: { type: pin }\n    save: pin\n    go: bye\n", with: "")
        let (pack, log) = fixture.load()
        #expect(log.sorted.map(\.description) == [])
        let talk =
            Self.plan("have person.home = 'BDG'").replacing(
                "wait 7h\nwait 59m\nexpect no sms\n", with: "> hi\n...\n> 3\n< See you.\n")
            + "wait 8h\nexpect no sms\nwait 9h\nwait 29m\nexpect no sms\nwait 1m\n< Any news? ...\n"
        #expect(TalkReading.failures(talk, in: try #require(pack)) == [])
    }

    @Test func `a place has the clock of the nearest place around it that has one`() throws {
        let directory = try #require(Self.pack().load().pack).directory
        #expect(["ID", "JB", "BDG"].map(directory.utcOffset) == [25_200, 25_200, 25_200])
        #expect(["PA", "JAP"].map(directory.utcOffset) == [32_400, 32_400])
        #expect(directory.utcOffset(of: "gone") == nil)
    }

    @Test(arguments: ["WIT", "+9", "+15:00", "9:00"]) func `a clock that is no distance from UTC is refused`(
        _ text: String
    ) {
        var fixture = Fixture()
        fixture.files["directory/regions.csv"] = "code,level,name:en,timezone\nPA,province,Papua,⟦\(text)\n"
        fixture.expect(["csv-value"])
    }
}
