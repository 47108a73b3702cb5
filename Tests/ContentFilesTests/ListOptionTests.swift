import ContentFiles
import Testing

/// What can be chosen below a list of what rules came to.
struct ListOptionTests {
    private var fixture: Fixture {
        var fixture = SeveralRulesTests().fixture
        fixture.main = fixture.main.replacing(
            "    none: same\n",
            with: """
                    none: same
                    options:
                      - { label: Text me all, words: [sms], set: { asked: true }, go: copy }
                      - { label: By SMS, when: channel.kind = 'sms', go: copy }

                """
        ).replacing("options: [List -> move]", with: "options: [List -> move, Text me all -> copy]")
        fixture.main += """

              copy:
                send: "${move.to_name}:\\n${join(move.all, char(10))}"
                go: sent
              sent:
                menu: "${if(default(asked, false), 'Of the list', 'Of one')}"
                options: [List -> move]
            """
        return fixture
    }

    @Test(arguments: [
        // it has a number above those of the list, and its words
        """
        < From Nanjing to Anhui: / 1 Old pay / 2 About grant / 9 Text me all
        > 9
        < Of the list / 1 List
        expect sms Anhui: / Claim it there. / It moves.
        > 1
        < From Nanjing to Anhui: / 1 Old pay / 2 About grant / 9 Text me all
        > sms
        < Of the list / 1 List
        expect sms Anhui: / Claim it there. / It moves.
        > 0
        < From Nanjing to Anhui: / 1 Old pay / 2 About grant / 9 Text me all
        """,
        // what all say is there, too, when one was chosen; a number that nothing has is asked again
        """
        < From Nanjing to Anhui: / 1 Old pay / 2 About grant / 9 Text me all
        > 10
        < Please reply with one number from the list. / 1 Old pay / 2 About grant / 9 Text me all
        > 2
        < test.grant true: It moves. Why: it is yours. Law 1, 2026-11. Ask. / 1 List / 2 Text me all
        > 2
        < Of one / 1 List
        expect sms Anhui: / Claim it there. / It moves.
        """,
    ])
    func `an option below a list is chosen like one of a menu`(lines: String) throws {
        #expect(try failures("on ussd", "dial *384*77#", lines) == [])
    }

    @Test func `it is there only while its condition holds`() throws {
        let lines = """
            < From Nanjing to Anhui: / 1 Old pay / 2 About grant / 9 Text me all / 10 By SMS
            > 10
            < Of one / 1 List
            expect sms Anhui: / Claim it there. / It moves.
            """
        #expect(try failures("on sms", "> HI", lines) == [])
    }

    @Test func `it may lead back to its list, which has waited by then`() {
        var back = fixture
        back.main = back.main.replacing("go: sent", with: "go: move")
        #expect(back.diagnostics.map(\.id) == ["unreachable-step"])  // the step that it led to before
    }

    private func failures(_ channel: String, _ beginning: String, _ lines: String) throws -> [String] {
        let (pack, log) = fixture.load()
        #expect(log.sorted.map(\.description) == [])
        let talk =
            "\(channel) from +8613800000001 at 2026-11-24 09:00\n\(beginning)\n...\n> 2\n...\n> nanjing\n...\n> anhui\n"
        return TalkReading.failures(talk + lines, in: try #require(pack))
    }
}
