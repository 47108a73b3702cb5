import ContentFiles
import Conversation
import Expressions
import Testing

struct PackTests {
    static let chinese = """
        msgctxt "main#start.menu"
        msgid "What happened?"
        msgstr "怎么了？"

        msgctxt "main#start.options.1"
        msgid "Pay"
        msgstr "工资"

        msgctxt "main#start.options.2"
        msgid "Other"
        msgstr "其他"
        """

    /// A good pack that uses every verb and most keys.
    static func good() -> Fixture {
        var fixture = packFile(
            """
            code: "*384*77#"
            timezone: +08:00
            otherwise: person
            keywords:
              wages/late: [PAY, 工资]
            commands: { person: person }
            words:
              help: [assist]
            keys: { back: "0", home: "00", unknown: "7", why: "8", more: "9" }
            screen: { ussd: 160, sms_segments: 2 }
            session: { idle: { ussd: 10m, sms: 24h }, late: 30m, resume: ask }
            person:
              region: { type: text, keep: 24 months, private: true }
            constants: { hotline: "12333", hours: 24 }
            apology: Sorry. Reply 1 to try again, 2 to talk to a person.
            """)
        fixture.main = """
            title: Main
            about: Where everyone begins.
            steps:
              start:
                menu: What happened?
                options:
                  - Pay -> wages/late
                  - label: Other
                    words: [else]
                    set: { other: true }
                    alias: ["9"]
                    go: region
                retry: [Send 1 or 2., One number please.]
                otherwise: home
              region:
                ask: Where are you?
                answer: { type: text, least: 2, most: 40 }
                save: person.region
                go: split
              split:
                branch:
                  - { when: "other and person.region = 'Gansu'", go: copy }
                  - go: wages/late#when
              copy:
                send: "Call ${constants.hotline}, ${person.region}"
                go: done
              done:
                end: Thank you.
            """
        fixture.files["wages/late.yaml"] = """
            steps:
              when:
                ask: When?
                answer: { type: month, from: 2015-01, to: today, unknown: true }
                save: left
                retry: Like 2026-03
                confirm: true
                go: sum
              sum:
                set: { note: "left & '!'" }
                go: helper
              helper:
                call: helper
                with: { topic: "'pay'" }
                go: say
              say:
                say: Left ${note}, ${helper.topic}.
                go: end
            """
        fixture.files["helper.yaml"] = "steps:\n  only:\n    set: { seen: \"topic\" }\n    go: end\n"
        fixture.files["person.yaml"] = """
            steps:
              case:
                refer: wages
                note: From ${person.region}
                say: Case ${case.number}.
                go: end
            """
        return fixture
    }

    @Test func `a good pack is read without any diagnostic`() throws {
        let (pack, log) = Self.good().load()
        #expect(log.sorted.map(\.description) == [])
        let made = try #require(pack)
        #expect(made.id == "test")
        #expect(made.steps.map(\.address).first == "helper#only")
        #expect(made.steps[made.start].address == "main#start")
        #expect(made.keywords.keys.sorted() == ["pay", "工资"])
        #expect(made.settings.utcOffset == 28_800)
        #expect(made.settings.late == 1_800)
        #expect(made.commands["assist"] == .help)
        #expect(made.titles(in: made.sourceLanguage) == ["main": "Main"])
        #expect(made.constants["hours"] == .number(24))
        #expect(made.constants["hotline"] == .text("12333"))
    }

    @Test func `a good pack answers`() throws {
        let pack = try #require(Self.good().load().pack)
        var rehearsal = Rehearsal(
            machine: ConversationMachine(packs: .init(current: pack)), now: Timestamp(milliseconds: 1_777_000_000_000))
        #expect(try rehearsal.dial("", from: "+1").reply?.text == "What happened?\n1. Pay\n2. Other")
        #expect(try rehearsal.send("9", by: .ussd, from: "+1").reply?.text == "Where are you?")
        #expect(try rehearsal.send("Gansu", by: .ussd, from: "+1").messages == ["Call 12333, Gansu"])
        #expect(try rehearsal.send("pay", by: .sms, from: "+2").reply?.text == "When?")
        #expect(
            try rehearsal.send("2026-03", by: .sms, from: "+2").reply?.text.hasPrefix("2026-03. Is this right?") == true
        )
        let last = try rehearsal.send("yes", by: .sms, from: "+2")
        #expect(last.reply == Reply(text: "Left 2026-03!, pay.", ends: true))
        #expect(last.flags == [])
    }

    @Test func `the revision depends on the content that is walked, and on nothing else`() {
        let base = Self.good()
        let revision = base.source.revision
        #expect(PackSource(folder: "elsewhere/other", files: base.source.files.reversed()).revision == revision)
        for (path, isSame) in [
            ("talks/a.talk", true), ("README.md", true), ("languages/x.po", false), ("other.yaml", false),
        ] {
            var changed = base
            changed.files[path] = "x"
            #expect((changed.source.revision == revision) == isSame, "\(path)")
        }
        var changed = base
        changed.main += " "
        #expect(changed.source.revision != revision)
    }

    @Test func `an archive is the same pack`() throws {
        let source = Self.good().source
        let archive = try source.archived()
        let read = try PackSource(archive: archive)
        #expect(read == source)
        #expect(read.revision == source.revision)
        #expect(try read.archived() == archive)
        #expect(throws: (any Error).self) { try PackSource(archive: Array(archive.dropLast(3))) }
    }
}
