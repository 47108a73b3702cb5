import Testing

/// Who asked to be told when a rule changes is told once, after a pack with a later version of it is published.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct ChangedRuleTests {
    private static let told = "A rule you asked about has changed.\n1 Read\n2 Later"

    private func deployment(_ carrier: Carrier) throws -> Deployment {
        let deployment = try Deployment(carrier: carrier.url)
        for (path, content) in Self.files { try deployment.write(content, to: "Flows/sample/" + path) }
        return deployment
    }

    /// Asks whether she has a right, and to be told when that changes.
    private func ask(_ number: String, on gateway: RunningGateway) async throws {
        var phone = USSDPhone(number)
        #expect(try await phone.dial(on: gateway) == "CON Are you 18?\n1 Yes\n2 No")
        #expect(try await phone.answer("1", on: gateway) == "CON You can.\n1 Tell me when it changes\n2 Bye")
        #expect(try await phone.answer("1", on: gateway) == "END See you.")
    }

    private func publish(version: Int, _ deployment: Deployment) throws {
        let rule = try #require(Self.files["rules/leave.yaml"])
        let path = "Flows/sample/rules/leave.yaml"
        try deployment.write(rule.replacing("version: 3", with: "version: \(version)"), to: path)
        let run = try Binary.run(["publish", "--data", deployment.data])
        #expect(run.code == 0, "\(run.output)")
    }

    @Test func `a later version is told of by SMS, also after a crash, and only once`() async throws {
        let carrier = try Carrier()
        let deployment = try deployment(carrier)
        let gateway = try await RunningGateway.start(deployment)
        try await ask("+254755100021", on: gateway)
        try publish(version: 4, deployment)
        #expect(try await carrier.message(to: "+254755100021").text == Self.told)
        try await ask("+254755100022", on: gateway)
        try await gateway.kill()
        let again = try await RunningGateway.start(deployment)
        try publish(version: 5, deployment)
        #expect(try await carrier.message(to: "+254755100022").text == Self.told)
        #expect(try deployment.count("SELECT count(*) FROM reminders") == 0)
        #expect(carrier.taken.map(\.to) == ["+254755100021", "+254755100022"])
        #expect(try await again.stop() == 0)
    }

    private static let files = RemindingPack.files(
        start: "main",
        with: [
            "main.yaml": """
            steps:
              start:
                check: xx.leave.days
                go: show
              show:
                menu: ${start.text}
                no_shortcut: true
                options:
                  - { label: Tell me when it changes, set: { person.agrees: "true" }, go: plan }
                  - Bye -> tally
              plan:
                remind: news
                changed: start.rule
                go: bye
              bye:
                end: See you.
            """,
            "news.yaml": """
            steps:
              start:
                menu: A rule you asked about has changed.
                options: [Read -> main, Later -> name]
            """,
            "rules/facts.yaml": """
            texts:
              why: "Why: ${because}. Law: ${law}. Checked ${checked}."
              usual: Your town may differ.
            facts:
              adult:
                menu: Are you 18?
                options:
                  - { label: "Yes", value: true }
                  - { label: "No", value: false }
            """,
            "rules/next.yaml": "next: { ask_boss: Ask your boss. }",
            "rules/leave.yaml": """
            rule: xx.leave.days
            version: 3
            area: employment
            jurisdiction: XX
            in_force: { from: 2020-01-01 }
            title: Paid leave
            law:
              L5: { cite: Leave Act Art.5, article: "5", checked: 2026-01-10, confidence: high }
            decide:
              - { when: adult, outcome: can, law: [L5], because: you are 18 }
              - { when: true, outcome: cannot, law: [L5], because: you are not 18 }
            outcomes:
              can: { text: You can., next: [ask_boss] }
              cannot: { text: You can not., next: [ask_boss] }
            review: { by: 2099-06-30, owner: us }
            tests:
              - { name: can, today: 2026-03-01, given: { adult: true }, expect: { outcome: can }, asked: [adult] }
              - { name: cannot, today: 2026-03-01, given: { adult: false }, expect: { outcome: cannot }, asked: [adult] }
            """,
        ])
}
