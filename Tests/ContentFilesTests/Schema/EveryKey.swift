import ContentFiles

/// A pack without a fault in which every key of every kind of file is used.
enum EveryKey {
    static let source = PackSource(
        folder: "Flows/every",
        files: [
            .init(path: "pack.yaml", content: pack), .init(path: "main.yaml", content: main),
            .init(path: "later.yaml", content: later), .init(path: "rules/facts.yaml", content: facts),
            .init(path: "rules/next.yaml", content: next), .init(path: "rules/help.yaml", content: rule),
            .init(path: "rules/local/town.yaml", content: local),
            .init(path: "directory/regions.csv", content: regions),
            .init(path: "directory/office.csv", content: offices),
        ])

    private static let pack = """
        pack: every
        title: Every key
        about: Nothing is left out.
        language: en
        languages: { en: English }
        start: main
        otherwise: main#lost
        code: "*384*77#"
        country: CN
        timezone: "+08:00"
        keywords: { main: [HI], later#start: LATER }
        commands: { help: main#lost, person: main#lost, forget: main#lost }
        words:
          help: [assist, { words: assist now, language: en, country: CN, source: own wording }]
          stop: [halt, { words: halt now, language: en, country: CN, source: own wording }]
          start: [resume, { words: resume now, language: en, country: CN, source: own wording }]
          language: [tongue, { words: tongue now, language: en, country: CN, source: own wording }]
          person: [human, { words: human now, language: en, country: CN, source: own wording }]
          forget: [erase, { words: erase now, language: en, country: CN, source: own wording }]
          menu: [list, { words: list now, language: en, country: CN, source: own wording }]
          back: [return, { words: return now, language: en, country: CN, source: own wording }]
        keys: { back: "0", home: "00", unknown: "7", why: "8", more: "9" }
        numbering: ") "
        screen: { ussd: 160, sms_segments: 3, series: 4 }
        retention: { people: 2 years, transcripts: 6 months, messages: 1 month, cases: 12 months }
        session: { idle: { ussd: 10m, sms: 2d }, late: 1h, guest: 10m, resume: continue }
        person:
          consent: { type: yes_no, label: Consent, private: false, keep: 12 months, wording: 2 }
          region: { type: place, keep: 24 months }
          member: { type: yes_no, keep: 24 months }
        constants: { hotline: "12333" }
        texts:
          more: More
          back: Back
          resume: 1 Continue 2 Start again
          retry_menu: Please reply with one number.
          retry_answer: Please answer again.
          help: Reply with a number.
          stopped: No more messages.
          started: Messages are on again.
          language: Choose a language.
          confirm: "${answer}. Right? 1 Yes 2 No"
          goodbye: Thank you.
          which: Which one?
          none_of_these: None of these
          enough: Enough
          ask_more: Ask me more
          too_many: Too many at once.
          blocked: You get no answers.
          gate_known: Have you been here before? 1 Yes 2 No
          gate_check: One question first.
          gate_again: Another question.
          gate_pin: Your PIN first.
          claim_notice: A record moved away.
          claim_question: "A record moved away. Not you? Reply 2 within ${claim.objection_days} days."
          claim_objected: We will see.
          claim_approved: It is done.
          claim_refused: It cannot be done.
          who: Who is there?
          who_person: Person
          who_new: Someone new
          who_message: Someone has a message. Who is there?
          gate_locked: 1 Start anew 2 Another day
          sample: Sample
          series_rest: There is more.
          monday: Mon
          tuesday: Tue
          wednesday: Wed
          thursday: Thu
          friday: Fri
          saturday: Sat
          sunday: Sun
          every_day: Every day
          whole_day: 24 hours
          wait: We are looking. Reply 1 in a moment.
        apology: We had a problem. 1 Try again 2 Talk
        quiet_hours: 21:00-08:00
        consent: person.consent
        reminders: { at: "09:00", place: region }
        identity: { unverified_after: 45d, check: [region], tries: 4, lock: 12h, code: 30d, people: 3, objection: 5d }
        directory: { fresh: 2 years }
        checks: { profile: internal, allow: { long-label: the labels are names } }
        """

    private static let main = """
        title: Main
        about: Every verb.
        steps:
          start:
            menu: What do you need?
            options:
              - Office -> where
              - label: Work
                words: [job, labour]
                number: 3
                when: channel.kind = 'ussd'
                set: { chosen: true }
                go: how_long
                alias: ["9"]
            save: topic
            retry: Please reply 1 or 3.
            otherwise: lost
            go: lost
            no_shortcut: true
          how_long:
            ask: For how long?
            answer: { type: duration, from: "0", to: "600", unit: months, unknown: 99, example: 8 months }
            save: months
            retry: [Please send a number of months., "Example: 8"]
            otherwise: lost
            confirm: true
            private: true
            go: name
            no_shortcut: false
          name:
            ask: What is it called?
            answer: { type: text, least: 2, most: 40, choices: { none: [no, nothing] } }
            save: called
            go: prove
          prove:
            ask: What is your PIN?
            answer: { type: pin, of: called }
            save: proof
            go: told
          told:
            say: Thank you.
            go: sort
            no_shortcut: true
          sort:
            branch:
              - { when: "called = 'none'", go: lost }
              - { go: reckon }
            no_shortcut: true
          reckon:
            set: { known_name: called }
            go: run
            no_shortcut: true
          run:
            call: later
            with: { given: called }
            go: text_it
            no_shortcut: true
          text_it:
            send: We keep ${called}.
            private: true
            series: true
            go: entitled
            no_shortcut: true
          entitled:
            check: cn.test.help
            go: { yes: ask_system, else: entitled_to_more }
            no_shortcut: true
          entitled_to_more:
            check: [cn.test.help, assistance]
            say: "For you:"
            questions: 5
            none: lost
            go: { cn.test.help: lost, else: after_move }
            no_shortcut: true
          after_move:
            check: all
            moved: { from: lived, to: came }
            say: "To do:"
            none: lost
            options:
              - All of it -> lost
              - label: Back
                number: 12
                words: [return]
                alias: ["13"]
                when: channel.kind = 'ussd'
                set: { chosen: true }
                go: lost
            go: lost
            no_shortcut: true
          where:
            ask: Which city?
            answer: { type: place }
            save: city
            go: office
          office:
            find: office
            say: Offices near you
            near: city
            where: service.phone != null
            none: lost
            go: at_office
            no_shortcut: true
          at_office:
            end: ${office.name}
            forget: true
            no_shortcut: true
          ask_system:
            request: jobs
            url: /open?q=${called}
            body: { name: called }
            save: answered
            within: 3s
            failed: lost
            go: write_later
            no_shortcut: true
          write_later:
            remind: later
            after: 30d
            go: write_on_day
            no_shortcut: true
          write_on_day:
            remind: later
            on: add_months(today, 6)
            go: write_on_change
          write_on_change:
            remind: later
            changed: topic
            go: tell_staff
          tell_staff:
            refer: reminded
            go: end
          lost:
            refer: lost
            note: Asked for ${topic}.
            say: A person will call you.
            record: topic
            go: end
            no_shortcut: true
        """

    private static let later = """
        title: Later
        steps:
          start:
            say: Hello again.
            go: end
        """
}

extension EveryKey {
    private static let facts = """
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

    private static let next = """
        next: { ask_office: Ask the office. }
        """

    private static let rule = """
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

    private static let local = """
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

    private static let regions = """
        code,parent,level,name:en,timezone
        CN,,country,China,+08:00
        310000,CN,city,Shanghai,
        320500,CN,city,Suzhou,
        """

    private static let offices = """
        id,region,name:en,phone,source,checked
        o1,320500,Office,123,Made up,2026-11-23
        """
}
