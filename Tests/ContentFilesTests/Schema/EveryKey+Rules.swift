/// Its rules and its directory.
extension EveryKey {
    static let facts = """
        texts: { why: "Why: ${because}. ${law}, ${checked}.", usual: May differ. }
        facts:
          region:
            ask: Which city?
            answer: { type: place, example: Suzhou }
            retry: Please send a city.
            otherwise: main#lost
            confirm: true
            private: true
            keep: person
            no_shortcut: true
          paid:
            ask: How long did you pay?
            answer: { type: duration, from: "0", to: "600", unit: years, unknown: 99, example: 8 years }
            as: months
            assume: 0
            help: Look at the pay slip.
          age:
            ask: How old are you?
            answer: { type: whole, unknown: true }
          name:
            ask: What is it called?
            answer: { type: text, least: 2, most: 40, choices: { x: [ex] } }
          works:
            menu: Do you work?
            options:
              - { label: "Yes", number: 1, value: true, words: [y], alias: ["5"], when: channel.kind = 'ussd' }
              - { label: "No", value: false }
              - { label: I do not know, number: 7, value: null }
            retry: Please reply 1 or 2.
            otherwise: main#lost
            no_shortcut: true
            assume: false
            help: Ask your boss.
          member:
            menu: Are you a member?
            options: [{ label: "Yes", value: true }, { label: "No", value: false }]
            keep: person
          lived:
            ask: Where were you before?
            answer: { type: place, unknown: true }
          came:
            ask: Where are you now?
            answer: { type: place }
          span:
            menu: How long?
            options: [{ label: Short, value: 1 }, { label: Long, value: 2 }]
        """

    static let next = """
        next: { ask_office: Ask the office. }
        """

    static let rule = """
        rule: cn.test.help
        version: 2
        area: assistance
        jurisdiction: "000000"
        in_force: { from: 2020-01-01, to: 2030-01-01 }
        title: Help
        about: Made up.
        law:
          L1:
            cite: Sample law Art.1
            article: "1"
            url: https://law.example/1
            quote: Help is given.
            checked: 2026-11-23
            confidence: high
        parameters:
          limit:
            unit: months
            values:
              - { from: 2020-01-01, to: 2029-01-01, value: 12, law: L1, status: usual, note: a round figure }
              - { region: "310000", from: 2020-01-01, value: 24, law: [L1] }
        derive: { left: p.limit - paid }
        concerns: member != null
        decide:
          - { when: works, outcome: "no", law: [L1], because: you work }
          - { when: left <= 0, outcome: "yes", law: L1, because: you paid enough }
          - { when: name = 'x' and age = 3 and member and span = 2, outcome: "no", law: L1, because: of the name }
          - { when: true, outcome: "no", law: L1, because: you paid too little }
        show: [left]
        outcomes:
          "yes": { text: Help is yours., plain: Help., next: [ask_office], until: "add_months(today, 2)", gives: money }
          "no": { text: No help yet. }
          undecided: { text: Find your months., because: the months decide, law: L1 }
        portability:
          moves: part
          title: Help elsewhere
          text: Some of it moves.
          because: the law says so
          law: [L1]
          next: [ask_office]
          within: city
        review: { by: 2027-06-30, owner: content-team }
        tests:
          - name: paid enough
            today: 2026-11
            known: { region: "320500" }
            given: { works: null, paid: 12 }
            expect: { outcome: "yes", left: 0, assumed: [works], usual: true }
            asked: [works, paid]
          - name: does not know
            today: 2026-11
            given: { region: "310000", works: false, paid: 2, name: x, age: null, member: true, span: 2 }
            expect: { outcome: undecided }
          - name: works
            today: 2026-11-24
            given: { region: "320500", works: true }
            expect: { outcome: "no", missing: [] }
          - name: paid too little
            today: 2026-11-24
            given: { region: "310000", works: false, paid: 2, name: x, age: 4, member: true, span: 2 }
            expect: { outcome: "no", left: 22 }
        """

    static let local = """
        extends: cn.test.help
        version: 2
        region: "320500"
        about: Made up.
        law:
          T1:
            cite: Town law Art.1
            article: "1"
            url: https://law.example/2
            quote: Help is given.
            checked: 2026-11-23
            confidence: low
        changes:
          - replace_parameter: limit
            unit: months
            values:
              - { region: "320500", from: 2020-01-01, to: 2029-01-01, value: 12, law: T1, status: usual, note: as there }
          - { add_line_before: "yes", when: age > 100, outcome: "yes", law: T1, because: of the age }
          - { restrict: "yes", when: left > -600, law: T1 }
          - { replace_outcome: "no", text: Not here., plain: Not here., next: [ask_office], gives: nothing }
          - { replace_outcome: "yes", text: Here it is., until: "add_months(today, 1)" }
          - { replace_outcome: undecided, text: Ask here., because: the months decide, law: T1 }
        """

    static let regions = """
        code,parent,level,name:en,timezone
        CN,,country,China,+08:00
        310000,CN,city,Shanghai,
        320500,CN,city,Suzhou,
        """

    static let offices = """
        id,region,name:en,phone,source,checked
        o1,320500,Office,123,Made up,2026-11-23
        """
}
