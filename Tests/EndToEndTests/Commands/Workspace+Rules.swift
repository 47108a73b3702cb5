extension [String: String] {
    /// A small pack with a rule.
    static let leave: [String: String] = [
        "Flows/leave/pack.yaml": """
        title: Leave
        language: en
        languages: { en: English }
        start: main
        timezone: "+01:00"

        """,
        "Flows/leave/main.yaml": """
        steps:
          start:
            end: Hello

        """,
        "Flows/leave/rules/facts.yaml": """
        texts:
          why: "Why: ${because}. Law: ${law}. Checked ${checked}."
          usual: Your town may differ.
        facts:
          weeks:
            ask: How many weeks have you worked?
            answer: { type: whole, unknown: true, example: 12 }
            retry: [Please send a number.]
          is_written:
            menu: Is there a written contract?
            options:
              - { label: "Yes", value: true }
              - { label: "No", value: false }
              - { label: I do not know, number: 7, value: null }
            assume: false

        """,
        "Flows/leave/rules/next.yaml": """
        next:
          ask_boss: Ask your boss.

        """,
        "Flows/leave/rules/leave.yaml": rule,
    ]

    private static let rule = """
        rule: xx.leave.days
        version: 3
        area: employment
        jurisdiction: XX
        in_force: { from: 2020-01-01 }
        title: Paid leave
        law:
          L5: { cite: Leave Act Art.5, article: "5", checked: 2026-01-10, confidence: high }
        parameters:
          wait: { unit: weeks, values: [{ from: 2020-01-01, value: 12, law: L5 }] }
        derive:
          left: max(0, p.wait - weeks)
        decide:
          - when: weeks >= p.wait or is_written
            outcome: yes_now
            law: [L5]
            because: "you worked ${p.wait} weeks, or it is written"
          - when: true
            outcome: later
            law: [L5]
            because: you need ${p.wait} weeks
        show: [left]
        outcomes:
          yes_now: { text: You can take leave now., next: [ask_boss] }
          later: { text: "In ${left} weeks you can take leave." }
        review: { by: 2026-06-30, owner: us }
        tests:
          - name: long enough
            today: 2026-03-01
            given: { weeks: 12 }
            expect: { outcome: yes_now }
            asked: [weeks]
          - name: not yet
            today: 2026-03-01
            given: { weeks: 11, is_written: null }
            expect: { outcome: later, left: 1, assumed: [is_written] }

        """
}
