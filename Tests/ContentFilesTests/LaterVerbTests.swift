import ContentFiles
import Conversation
import Expressions
import Testing

/// The verbs whose effect comes after the turn, in files.
struct LaterVerbTests {
    private static let rest = "\n    go: bye\n  bye:\n    end: Bye"

    @Test(arguments: [
        DiagnosticTests.Row("missing-key", "  start:\n    ⟦remind: main#bye" + rest),
        DiagnosticTests.Row("value", "  start:\n    remind: main#bye\n    after: ⟦soon" + rest),
        DiagnosticTests.Row("value", "  start:\n    remind: main#bye\n    after: 3d\n    on: ⟦today" + rest),
        DiagnosticTests.Row("value", "  start:\n    remind: main#bye\n    on: today\n    changed: ⟦claim.rule" + rest),
        DiagnosticTests.Row("expression", "  start:\n    remind: main#bye\n    changed: claim.⟦" + rest),
        DiagnosticTests.Row("expression", "  start:\n    remind: main#bye\n    on: add_months(today,⟦ " + rest),
        DiagnosticTests.Row("unknown-name", "  start:\n    remind: main#bye\n    on: ⟦someday" + rest),
        DiagnosticTests.Row("missing-step", "  start:\n    remind: ⟦gone\n    after: 3d" + rest),
        DiagnosticTests.Row("value", "  start:\n    request: ⟦my jobs\n    failed: bye" + rest),
        DiagnosticTests.Row(
            "value", "  start:\n    request: jobs\n    url: ⟦https://x.example\n    failed: bye" + rest),
        DiagnosticTests.Row("value", "  start:\n    request: jobs\n    within: ⟦9s\n    failed: bye" + rest),
        DiagnosticTests.Row("dead-end", "  start:\n    ⟦request: jobs" + rest),
        DiagnosticTests.Row("type", "  start:\n    request: jobs\n    body: ⟦all\n    failed: bye" + rest),
        DiagnosticTests.Row(
            "unknown-name", "  start:\n    request: jobs\n    url: /a?b=${⟦city}\n    failed: bye" + rest),
        DiagnosticTests.Row(
            "unknown-name", "  start:\n    request: jobs\n    body: { c: ⟦city }\n    failed: bye" + rest),
        DiagnosticTests.Row("unknown-key", "  start:\n    request: jobs\n    ⟦header: a\n    failed: bye" + rest),
    ])
    func `what is wrong is said at its place`(row: DiagnosticTests.Row) {
        flow(row.text).expect(row.ids)
    }

    @Test(arguments: [
        ("quiet_hours: ⟦late", "value"), ("quiet_hours: ⟦21:00-21:00", "value"), ("quiet_hours: ⟦25:00-08:00", "value"),
        ("reminders: { at: ⟦noon }", "value"), ("reminders: { place: ⟦city }", "person-field"),
        ("person: { city: { type: text } }\nreminders: { place: ⟦city }", "value"),
        ("consent: person.⟦nothing", "unknown-name"),
        ("reminders: { ⟦consent: \"true\" }", "unknown-key"),
    ])
    func `settings of reminders are checked`(line: String, id: String) {
        packFile(line).expect([id])
    }

    @Test func `a flow that is only ever started by a reminder is reached`() throws {
        var fixture = flow("  start:\n    remind: news\n    after: 30d\n    go: end")
        fixture.files["news.yaml"] = "steps:\n  hello:\n    end: News"
        fixture.pack += "\nquiet_hours: 21:00-08:00\nreminders: { at: \"10:30\" }"
        fixture.expect([])
        let pack = try #require(fixture.load().pack)
        #expect(pack.settings.reminders.time.text == "10:30")
        #expect(pack.settings.quietHours?.from.text == "21:00")
    }

    @Test func `what a system answers is there under the step's name, or under its own`() {
        flow(
            """
              start:
                request: jobs
                failed: bye
                go: other
              other:
                request: jobs
                save: more
                failed: bye
                go: bye
              bye:
                end: Bye
            """
        ).expect([])
        flow(
            "  start:\n    request: jobs\n    failed: bye\n    go: show\n  show:\n    end: ${start.open} ${⟦found.open}\n"
                + "  bye:\n    end: Bye"
        ).expect(["unknown-name"])
    }
}

/// `Config/systems.yaml`.
struct SystemsFileTests {
    private func load(_ source: String) -> (systems: [System], messages: [String]) {
        let log = DiagnosticLog()
        let systems = SystemsFile.load(
            source: source, file: "s.yaml", environment: ["TOKEN": "abc"], log: log,
            secretFile: { $0 == "/run/secrets/key" ? "from-a-file\n" : nil })
        return (systems, log.sorted.map { "\($0.position.line):\($0.position.column) \($0.id)" })
    }

    @Test func `a system has an address, and secrets from elsewhere`() {
        let (systems, messages) = load(
            """
            systems:
              jobs:
                url: https://jobs.example.org/v1/
                headers: { Authorization: "Bearer ${TOKEN}", X-Key: { file: /run/secrets/key } }
              local: { url: "http://127.0.0.1:8081" }
              old: { url: "ftp://x", enabled: false }
            """)
        #expect(messages == [])
        let headers = [("Authorization", "Bearer abc"), ("X-Key", "from-a-file")].map(System.Header.init)
        #expect(
            systems == [
                System(name: "jobs", url: "https://jobs.example.org/v1", headers: headers),
                System(name: "local", url: "http://127.0.0.1:8081"),
            ])
    }

    @Test(arguments: [
        ("systems: { jobs: { } }", "1:18 missing-key"),
        ("systems: { jobs: { url: jobs.example.org } }", "1:25 value"),
        ("systems: { jobs: { url: \"https://u:p@jobs.example.org\" } }", "1:25 value"),
        ("systems: { jobs: { url: \"https://jobs.example.org/?a=b\" } }", "1:25 value"),
        ("systems: { jobs: { url: \"http://jobs.example.org\" } }", "1:25 insecure"),
        ("systems: { my-jobs: { url: \"https://jobs.example.org\" } }", "1:12 value"),
        ("systems: { jobs: { url: \"https://jobs.example.org\", headers: { \"A B\": c } } }", "1:64 value"),
        (
            "systems: { jobs: { url: \"https://jobs.example.org\", headers: { A: \"${GONE}\" } } }",
            "1:67 missing-environment"
        ),
        ("systems: { jobs: { url: \"https://jobs.example.org\", token: c } }", "1:53 unknown-key"),
        ("system: {}", "1:1 unknown-key"),
    ])
    func `what is wrong is said at its place, and the system is left out`(source: String, message: String) {
        let (systems, messages) = load(source)
        #expect(messages == [message])
        #expect(systems.isEmpty || message.hasSuffix("unknown-key"))
    }

    @Test func `http on a network of one's own must be meant`() {
        let (systems, messages) = load("systems: { jobs: { url: \"http://10.0.0.7\", insecure: acknowledged } }")
        #expect(messages == [] && systems.map(\.url) == ["http://10.0.0.7"])
    }
}
