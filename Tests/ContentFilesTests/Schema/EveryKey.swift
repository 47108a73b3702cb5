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
