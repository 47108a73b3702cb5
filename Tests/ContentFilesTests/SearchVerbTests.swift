import ContentFiles
import Conversation
import Expressions
import Testing

/// The verbs `check` and `find`, and places as answers: played through files as operators write them.
struct SearchVerbTests {
    private static let facts = """
        texts: { why: "Why: ${because}. ${law}, ${checked}.", usual: "May differ where you are." }
        facts:
          age:
            ask: How old are you?
            answer: { type: whole, from: 1, to: 120, unknown: true }
          works:
            menu: Do you work?
            options:
              - { label: "Yes", value: true }
              - { label: "No", value: false }
            retry: [Please send 1 or 2. Do you work?, "Send one number, like 1. Do you work?"]
          region:
            ask: Which city?
            answer: { type: place }
            keep: person
        """

    private static let rule = """
        rule: test.help.grant
        version: 3
        area: assistance
        jurisdiction: "000000"
        in_force: { from: 2020-01-01 }
        title: Help
        law:
          L1: { cite: Sample law Art.1, url: null, checked: 2026-11-01, confidence: high }
        parameters:
          limit:
            unit: years
            values:
              - { from: 2020-01-01, value: 60, law: L1 }
              - { region: "32", from: 2020-01-01, value: 55, law: L1 }
        decide:
          - { when: age >= p.limit, outcome: pension, law: [L1], because: old enough }
          - { when: works, outcome: none, law: [L1], because: you work }
          - { when: "true", outcome: grant, law: [L1], because: no work }
        show: [age]
        outcomes:
          pension: { text: Ask for a pension., next: [] }
          none: { text: Nothing now., next: [] }
          grant: { text: "Ask for the grant. You are ${age}.", next: [], plain: Ask for the grant. }
        portability: { moves: false, text: It stays., law: [L1] }
        review: { by: 2027-06-30, owner: test }
        tests:
          - { name: old, today: 2026-11, given: { region: "3205", age: 56 }, expect: { outcome: pension } }
          - { name: working, today: 2026-11, given: { region: "3205", age: 30, works: true }, expect: { outcome: none } }
          - { name: idle, today: 2026-11, given: { region: "3205", age: 30, works: false }, expect: { outcome: grant } }
        """

    private static let regions = """
        code,parent,level,name:en,aliases
        CN,,country,China,
        32,CN,province,Jiangsu,
        34,CN,province,Anhui,
        3205,32,city,Suzhou,
        3413,34,city,Suzhou,
        320583,3205,district,Kunshan,
        """

    private static let offices = """
        id,region,name:en,address:en,phone,source,checked,sample
        a,3205,First office,"Road 1, back",0512-1111,test,2026-11-01,
        b,32,Second office,,,test,2026-11-01,
        c,320583,Made-up office,,,test,2026-11-01,yes
        d,34,Anhui office,,,test,2026-11-01,
        """

    private static let main = """
        steps:
          start:
            menu: What?
            options: [Help -> check, Office -> place, Near -> near, Own -> own]
          check:
            check: test.help.grant
            go: { pension: told, grant: told, else: other }
          told:
            menu: "${check.text}"
            options: [Why -> why, Again -> check, Done -> bye]
          why:
            menu: "${check.why}"
            options: [Done -> bye]
          other:
            end: "${check.outcome}: ${if(check.age = null, 'no age', 'an age')}. ${check.moving}"
          place:
            ask: Where?
            answer: { type: place }
            save: city
            confirm: true
            go: office
          office:
            find: offices
            say: Near ${city_name}
            near: city
            none: nothing
            go: show
          near:
            find: offices
            near: "'3205'"
            where: service.phone != null
            none: nothing
            go: show_near
          show_near:
            end: "${near.name}, ${near.phone}, ${near.address}."
          own:
            find: offices
            near: person.region
            where: service.phone = 'none'
            none: nothing
            go: show
          show:
            end: "${office.name}, ${office.phone}, ${office.address}."
          nothing:
            end: No office.
          bye:
            end: Bye.
        """

    private var fixture: Fixture {
        var fixture = packFile(
            "person: { region: { type: place }, consent: { type: yes_no } }\nconsent: person.consent\nnumbering: \" \"",
            main: Self.main)
        fixture.files = [
            "rules/facts.yaml": Self.facts, "rules/help.yaml": Self.rule, "rules/next.yaml": "next: {}",
            "directory/regions.csv": Self.regions, "directory/offices.csv": Self.offices,
        ]
        return fixture
    }

    @Test(arguments: [
        // asks only what is needed, in order; the place is kept with the person who agreed
        """
        have person.consent = true
        dial *384*77#
        < What? / 1 Help / 2 Office / 3 Near / 4 Own
        > 1
        < How old are you?
        > 56
        < Which city?
        > kunshan
        < Ask for a pension. / 1 Why / 2 Again / 3 Done
        > 1
        < Why: old enough. Sample law Art.1, 2026-11. / 1 Done
        > 00
        ...
        > 1
        < Ask for a pension. / 1 Why / 2 Again / 3 Done
        expect person.region = '320583'
        > 3
        < Bye.
        dial *384*77#
        ...
        > 1
        < How old are you?
        > 56
        < Ask for a pension. / 1 Why / 2 Again / 3 Done
        """,
        // of who has not agreed it is known as long as the conversation, and asked again in the next
        """
        dial *384*77#
        ...
        > 1
        ...
        > 56
        < Which city?
        > kunshan
        < Ask for a pension. / 1 Why / 2 Again / 3 Done
        expect known(person.region) = false
        > 2
        < Ask for a pension. / 1 Why / 2 Again / 3 Done
        > 00
        ...
        > 1
        < Ask for a pension. / 1 Why / 2 Again / 3 Done
        > 3
        < Bye.
        dial *384*77#
        ...
        > 1
        ...
        > 56
        < Which city?
        """,
        // one more question where the first does not decide; back takes answers back one by one
        """
        have person.region = '34'
        dial *384*77#
        ...
        > 1
        < How old are you?
        > 56
        < Do you work? / 1 Yes / 2 No
        > 2
        < Ask for the grant. You are 56. / 1 Why / 2 Again / 3 Done
        > 0
        < Do you work? / 1 Yes / 2 No
        > 0
        < How old are you?
        > 61
        < Ask for a pension. / 1 Why / 2 Again / 3 Done
        """,
        // a question of a rule helps more with each try
        """
        have person.region = '34'
        dial *384*77#
        ...
        > 1
        ...
        > 56
        < Do you work? / 1 Yes / 2 No
        > perhaps
        < Please send 1 or 2. Do you work? / 1 Yes / 2 No
        > 5
        < Send one number, like 1. Do you work? / 1 Yes / 2 No
        > 2
        < Ask for the grant. You are 56. / 1 Why / 2 Again / 3 Done
        """,
        // do not know leads to what is missing; a shown value without one is null, and what moving does is said anyway
        """
        have person.region = '34'
        dial *384*77#
        ...
        > 1
        ...
        > I don't know
        < undecided: no age. It stays.
        """,
        // a name of two places is asked back, by number or more exactly
        """
        dial *384*77#
        ...
        > 1
        < How old are you?
        > 57
        < Which city?
        > suzhou
        < Which one? / 1 Suzhou, Jiangsu / 2 Suzhou, Anhui / 3 None of these
        > 2
        < Do you work? / 1 Yes / 2 No
        > 0
        < Which city?
        > Suzhou
        ...
        > suzhou jiangsu
        < Ask for a pension. / 1 Why / 2 Again / 3 Done
        > 0
        < Which city?
        > Suzhou
        ...
        > 3
        < Please answer again, a little differently. / Which city?
        """,
        // offices: listed, picked by number or name, none of these, back to the list
        """
        dial *384*77#
        ...
        > 2
        < Where?
        > kunshan
        < Kunshan. Is this right? 1 Yes 2 No
        > 1
        < Near Kunshan / 1 Sample Made-up office / 2 First office / 3 Second office / 4 None of these
        > first office
        < First office, 0512-1111, Road 1, back.
        """,
        """
        dial *384*77#
        ...
        > 2
        ...
        > kunshan
        ...
        > 1
        < Near Kunshan / 1 Sample Made-up office / 2 First office / 3 Second office / 4 None of these
        > 9
        < Please reply with one number from the list. / 1 Sample Made-up office / 2 First office / 3 Second office / 4 None of these
        > 0
        < Where?
        > kunshan
        ...
        > 1
        ...
        > 4
        < No office.
        """,
        // one that is found is taken at once; a condition leaves the others out
        """
        dial *384*77#
        ...
        > 3
        < First office, 0512-1111, Road 1, back.
        """,
        """
        dial *384*77#
        ...
        > 4
        < No office.
        """,
        // a dropped list comes back
        """
        dial *384*77#
        ...
        > 2
        ...
        > kunshan
        ...
        > 1
        ...
        drop
        dial *384*77#
        < Welcome back. 1 Continue 2 Start again
        > 1
        < Near Kunshan / 1 Sample Made-up office / 2 First office / 3 Second office / 4 None of these
        """,
    ])
    func `conversations go as they are written`(lines: String) throws {
        let (pack, log) = fixture.load()
        #expect(log.sorted.map(\.description) == [])
        let talk = "talk: t\non ussd from +8613800000001 at 2026-11-24 09:00\n" + lines
        let talks = TalkFile.read(talk, file: "t.talk", log: log)
        let report = TalkRun.play(try #require(talks.first), in: try #require(pack))
        #expect(report.failures.map { "\($0.place.line): \($0.reason.message)" } == [])
        #expect(log.sorted.isEmpty)
    }

    @Test func `a live channel never shows a made-up office`() throws {
        let pack = try #require(fixture.load().pack)
        let machine = ConversationMachine(packs: .init(current: pack))
        var snapshot = Snapshot()
        let live = ChannelView(name: "live", kind: .sms, isLive: true)
        for text in ["hi", "2", "kunshan", "1"] {
            let turn = machine.receive(.message(text), on: live, snapshot, at: .init(milliseconds: 1_790_000_000_000))
            snapshot = Snapshot(person: turn.person, session: turn.session)
            if text == "1" {
                #expect(turn.reply?.text == "Near Kunshan\n1 First office\n2 Second office\n3 None of these")
            }
        }
    }

    @Test(arguments: [
        ("check: ⟦test.help.grnt\n    go: end", "unknown-rule"),
        ("check: test.help.grant\n    go: ⟦{ grnt: end, else: end }", "unknown-outcome"),
        ("check: test.help.grant\n    go: ⟦{ grant: end }", "dead-end"),
        ("find: ⟦ofices\n    none: end\n    go: end", "unknown-kind"),
    ])
    func `what is not there is said at its place`(step: String, id: String) {
        var broken = fixture
        broken.main = "steps:\n  start:\n    \(step)\n"
        broken.expect([id])
    }

    @Test func `a list that staff hand back on USSD is looked up anew when she goes on`() throws {
        let machine = ConversationMachine(packs: .init(current: try #require(fixture.load().pack)))
        let (channel, now) = (ChannelView(name: "ussd", kind: .ussd), Timestamp(milliseconds: 1_795_000_000_000))
        var (snapshot, shown) = (Snapshot(), "")
        func type(_ text: String) {
            let hop = Hop(dialogue: "a", begins: text.isEmpty, input: .latest(text))
            let turn = machine.receive(.hop(hop), on: channel, snapshot, at: now)
            snapshot.session = turn.session
            snapshot.person = turn.person
            shown = turn.reply?.text ?? ""
        }
        for text in ["", "2", "kunshan", "1"] { type(text) }
        let list = shown
        #expect(list.hasPrefix("Near Kunshan\n1 "))
        snapshot.session = machine.receive(.answer("Hello."), on: channel, snapshot, at: now).turn.session
        let back = machine.receive(.handBack, on: channel, snapshot, at: now)
        #expect((back.outcome, back.awaited, back.turn.outcome) == (.done, nil, nil))
        snapshot.session = back.turn.session
        type("2")
        #expect(shown == list)
        type("first office")
        #expect(shown == "First office, 0512-1111, Road 1, back.")
    }

    @Test func `a search must say where it goes without a result, and may name the office only in its condition`() {
        var broken = fixture
        broken.main = "steps:\n  start:\n    ⟦find: offices\n    go: end\n"
        broken.expect(["dead-end"])
        broken.main =
            "steps:\n  start:\n    find: offices\n    where: service.name = 'a'\n    near: ⟦service.region\n"
            + "    none: end\n    go: end\n"
        broken.expect(["unknown-name"])
    }
}
