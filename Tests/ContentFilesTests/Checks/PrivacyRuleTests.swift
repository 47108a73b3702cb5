import ContentFiles
import Testing

struct PrivacyRuleTests {
    private static let fields =
        "person: { consent: { type: yes_no }, city: { type: text }, born: { type: month, private: true } }"

    private static func steps(_ steps: String) -> Fixture { packFile(fields, main: "steps:\n" + steps) }

    private static let city =
        "  city:\n    menu: Where?\n    ⟦save: person.city\n    options: [Here, There]\n    go: end"
    private static let kept = city.replacing("⟦", with: "")

    private static let payWord = "keywords: { wages: [PAY], main: [HELLO] }"
    private static let wages = "title: Unpaid wages\nsteps:\n  start:\n    end: Ask for your pay."

    /// A pack that reminds, with the first screen of its reminder.
    private static func reminding(_ screen: String, options: String = "[OK -> end]", _ more: String = "") -> Fixture {
        var fixture = packFile(
            payWord + "\n" + more,
            main: "steps:\n  start:\n    menu: What?\n    options: [A -> later]\n"
                + "  later:\n    remind: news\n    after: 30d\n    go: end")
        fixture.files["wages.yaml"] = wages
        fixture.files["news.yaml"] = "steps:\n  hello:\n    menu: \(screen)\n    options: \(options)"
        return fixture
    }

    private static func asking(
        _ question: String, yes: String = "Good", wording: Int = 1, step: String = "start"
    ) -> Fixture {
        packFile(
            "person: { consent: { type: yes_no, wording: \(wording) } }",
            main: "steps:\n  \(step):\n    menu: \(question)\n    options: [\(yes) -> agreed, Bad -> end]\n"
                + "  agreed:\n    set: { person.consent: true }\n    go: end")
    }

    private static func published() -> @Sendable (inout CheckSettings) -> Void {
        { $0.published = asking("May we keep it?").load().pack }
    }

    private static func pin(_ save: String, then steps: String) -> String {
        "  start:\n    ask: PIN?\n    answer: { type: pin }\n    \(save)\n    go: next\n  next:\n    \(steps)"
    }

    private static let regions = """
        code,level,name:en,source,checked
        1,country,Land,a map,2026-11-20
        11,province,Town,a map,2026-11-20
        """

    static let cases: [RuleCase] = [
        RuleCase(
            "personal-greeting",
            steps(
                "  start:\n    say: Hello ${⟦person.city}.\n    go: more\n  more:\n    menu: What?\n    options: [A]\n    go: end"
            ),
            severity: .error),
        RuleCase(
            "personal-greeting", steps("  start:\n    menu: What?\n    options: [\"${⟦person.city}\"]\n    go: end")),
        RuleCase(
            "personal-greeting",
            steps("  start:\n    menu: What?\n    options: [A -> data]\n  data:\n    end: ${person.city}")),
        RuleCase(
            "personal-greeting", steps("  start:\n    menu: In ${person.language}\n    options: [A]\n    go: end")),
        RuleCase(
            "personal-greeting",
            steps(
                "  start:\n    menu: Later?\n    options: [A -> later]\n  later:\n    remind: news\n    after: 30d\n    go: end"
            )
        ).with("news.yaml", "steps:\n  hello:\n    end: News for ${⟦person.city}"),
        RuleCase("named-topic", reminding("News of your ⟦pay. STOP ends these."), severity: .error),
        RuleCase("named-topic", reminding("Your ⟦unpaid wages? STOP ends these.")),
        RuleCase("named-topic", reminding("Test. Is it done? Payday is near. STOP ends these.")),
        RuleCase("named-topic", reminding("Hello! STOP ends these.", options: "[Fine -> end, ⟦Pay -> end]")),
        RuleCase("named-topic", reminding("Is it done?", "texts: { resume: \"Go on with your ⟦pay? 1 Yes 2 No\" }")),
        RuleCase("named-topic", reminding("Is it done?", "texts: { claim_notice: \"Your ⟦pay record was moved.\" }")),
        RuleCase("named-topic", reminding("Is it done?", "texts: { retry_menu: \"About your pay, reply 1.\" }")),
        RuleCase(
            "named-topic",
            packFile(
                "identity: { check: [job] }\nperson: { job: { type: text, keep: 1 month } }\n" + payWord,
                main: "steps:\n  start:\n    menu: What?\n    options: [A -> job]\n"
                    + "  job:\n    ask: Which ⟦pay is late?\n    answer: { type: text }\n    save: person.job\n    go: end"
            )
        ).with("wages.yaml", wages),
        RuleCase("changed-consent", asking("⟦May we keep it for ever?"), severity: .warning, settings: published()),
        RuleCase("changed-consent", asking("May we keep it?", yes: "⟦Fine"), settings: published()),
        RuleCase("changed-consent", asking("May we keep it for ever?", wording: 2), settings: published()),
        RuleCase("changed-consent", asking("May we keep it?"), settings: published()),
        RuleCase("changed-consent", asking("⟦May we keep it for ever?", step: "again"), settings: published()),
        RuleCase("changed-consent", asking("May we keep it?", step: "again"), settings: published()),
        RuleCase("changed-consent", asking("May we keep it for ever?")),
        RuleCase("resume-topic", packFile("session: { ⟦resume: continue }"), severity: .error),
        RuleCase("resume-topic", packFile("session: { resume: ask }")),
        RuleCase("before-consent", steps(city), severity: .error),
        RuleCase(
            "before-consent", packFile("⟦person: { city: { type: text } }", main: "steps:\n" + kept), severity: .info),
        RuleCase(
            "before-consent",
            steps(
                "  start:\n    menu: OK?\n    options: [Yes -> agreed, No -> end]\n"
                    + "  agreed:\n    set: { person.consent: true }\n    go: city\n" + kept)),
        RuleCase(
            "before-consent",
            steps(
                "  start:\n    menu: OK?\n    options:\n      - { label: \"Yes\", set: { person.consent: true }, go: city }\n"
                    + "      - { label: \"No\", set: { person.consent: false }, go: city }\n" + city)),
        RuleCase(
            "before-consent",
            steps("  start:\n    branch:\n      - { when: person.consent, go: city }\n      - { go: end }\n" + kept)),
        RuleCase(
            "before-consent",
            steps(
                "  start:\n    branch:\n      - { when: known(person.consent), go: city }\n      - { go: end }\n" + city
            )),
        RuleCase(
            "before-consent",
            steps(
                "  start:\n    branch:\n      - { when: \"channel.kind = 'sms' and person.consent\", go: city }\n"
                    + "      - { go: end }\n" + kept)),
        RuleCase(
            "before-consent",
            steps(
                "  start:\n    branch:\n      - { when: \"channel.kind = 'sms' or person.consent\", go: city }\n"
                    + "      - { go: end }\n" + city)),
        RuleCase(
            "before-consent",
            steps(
                "  start:\n    branch:\n      - { when: \"default(not person.consent, true)\", go: end }\n      - { go: city }\n"
                    + kept)),
        RuleCase(
            "before-consent",
            steps("  start:\n    call: ask\n    go: city\n" + city)
        ).with(
            "ask.yaml",
            "steps:\n  ask:\n    menu: OK?\n    options:\n      - { label: \"Yes\", set: { person.consent: true }, go: end }\n"
                + "      - \"No -> end\""),
        RuleCase(
            "before-consent",
            steps("  start:\n    call: ask\n    go: city\n" + kept)
        ).with(
            "ask.yaml",
            "steps:\n  ask:\n    menu: OK?\n    options:\n      - { label: \"Yes\", set: { person.consent: true }, go: end }\n"
                + "      - \"No -> home\""),
        RuleCase("before-consent", steps("  start:\n    set: { person.city: 'null' }\n    go: end")),
        RuleCase("kept-secret", steps(pin("⟦save: person.city", then: "end: Done 1")), severity: .error),
        RuleCase("kept-secret", steps(pin("save: pin", then: "set: { ⟦person.city: pin }\n    go: end"))),
        RuleCase("kept-secret", pin("save: pin", then: "end: It is ${⟦pin}")),
        RuleCase(
            "kept-secret", pin("save: pin", then: "request: bank\n    body: { pin: pin }\n    failed: end\n    go: end")
        ),
        RuleCase(
            "private-in-message", steps("  start:\n    send: Born ${format_month(⟦person.born)}\n    go: end"),
            severity: .error),
        RuleCase(
            "private-in-message",
            "  start:\n    ask: Who?\n    answer: { type: text }\n    save: who\n    private: true\n    go: copy\n"
                + "  copy:\n    call: other\n    with: { name: who }\n    go: end"
        ).with("other.yaml", "steps:\n  start:\n    send: Hello ${⟦name}\n    go: end"),
        RuleCase(
            "private-in-message",
            "  start:\n    call: other\n    go: copy\n  copy:\n    send: Hello ${⟦start.who}\n    go: end"
        ).with(
            "other.yaml",
            "steps:\n  ask:\n    ask: Who?\n    answer: { type: text }\n    save: who\n    private: true\n    go: end"),
        RuleCase(
            "private-in-message",
            steps("  ⟦start:\n    send: Born ${format_month(person.born)}\n    private: true\n    go: end"),
            severity: .error),
        RuleCase(
            "private-in-message",
            steps(
                "  start:\n    menu: Send it?\n    options: [Yes -> copy, No -> end]\n"
                    + "  ⟦copy:\n    send: Born ${format_month(person.born)}\n    private: true\n    go: end")),
        RuleCase(
            "private-in-message",
            steps(
                "  start:\n    menu: Send it?\n    options: [Yes -> copy, No -> end]\n    no_shortcut: true\n"
                    + "  copy:\n    send: Born ${format_month(person.born)}\n    private: true\n    go: end")),
        RuleCase(
            "private-in-message",
            "  start:\n    ask: Where?\n    answer: { type: place }\n    save: town\n    private: true\n    go: copy\n"
                + "  copy:\n    send: In ${⟦town_name}\n    go: end"
        ).with("directory/regions.csv", regions),
        RuleCase(
            "private-in-message",
            steps(
                "  start:\n    menu: Later?\n    options: [A -> later]\n  later:\n    remind: news\n    after: 30d\n    go: end"
            )
        ).with(
            "news.yaml",
            "steps:\n  ⟦hello:\n    send: Born ${format_month(person.born)}\n    private: true\n    go: told\n"
                + "  told:\n    end: STOP ends these."),
        RuleCase("private-in-message", steps("  start:\n    send: In ${person.city}\n    go: end")),
        RuleCase("private-in-message", steps("  start:\n    end: Born ${format_month(person.born)}")),
        RuleCase(
            "unused-answer", "  start:\n    menu: Where?\n    ⟦save: place\n    options: [Here]\n    go: end",
            severity: .warning),
        RuleCase("unused-answer", steps(kept.replacing("save:", with: "⟦save:"))),
        RuleCase(
            "unused-answer",
            "  start:\n    menu: Where?\n    save: place\n    options: [Here]\n    go: case\n"
                + "  case:\n    refer: wages\n    note: At ${place}\n    go: end"),
        RuleCase(
            "unused-answer",
            "  start:\n    call: other\n    go: bye\n  bye:\n    end: At ${start.place}"
        ).with("other.yaml", "steps:\n  ask:\n    menu: Where?\n    save: place\n    options: [Here]\n    go: end"),
        RuleCase(
            "unused-answer",
            packFile(
                "person: { city: { type: text } }\nconsent: known(person.city)", main: "steps:\n" + kept)
        ),
    ]

    @Test(arguments: cases) func `nothing private is kept, shown or sent unasked`(_ row: RuleCase) { row.expect() }
}
