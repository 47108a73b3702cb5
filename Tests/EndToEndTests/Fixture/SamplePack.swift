/// A small pack in two languages. Its flow `tally` adds the numbers it is told, so that a turn that was lost or doubled
/// shows in every later screen.
struct SamplePack: Sendable {
    /// The question of `tally`, in English; another one makes another revision.
    var question = "Sum ${sum}. Next number? 999 ends."

    /// The files, by their paths in the pack's folder.
    var files: [String: String] {
        [
            "pack.yaml": Self.pack, "main.yaml": Self.main, "name.yaml": Self.name, "help.yaml": Self.help,
            "tally.yaml": tally, "languages/sw.po": translation,
        ]
    }

    private static let pack = """
        pack: sample
        title: Sample service
        language: en
        languages: { en: English, sw: Kiswahili }
        code: "*384*77#"
        country: KE
        timezone: "+03:00"
        start: main
        otherwise: help
        commands: { person: help }
        numbering: " "
        keywords:
          tally: [TALLY, JUMLA]
        words:
          help: [{ words: [MSAADA], language: sw, source: own wording }]
          stop: [{ words: [ACHA], language: sw, source: own wording }]
          start: [{ words: [ANZA], language: sw, source: own wording }]
        session: { idle: { ussd: 24h, sms: 7d }, late: 30m, resume: ask }
        person:
          name: { type: text, keep: 12 months }
        """

    private static let main = """
        steps:
          has_language:
            branch:
              - { when: known(person.language), go: menu }
              - { go: language }
          language:
            menu: Language? Lugha?
            no_shortcut: true
            options:
              - { label: English, set: { person.language: en }, go: menu }
              - { label: Kiswahili, set: { person.language: sw }, go: menu }
          menu:
            menu: What do you need?
            options:
              - Count -> tally
              - My name -> name
              - Call me -> help
        """

    private static let name = """
        steps:
          has_name:
            branch:
              - { when: known(person.name), go: greet }
              - { go: ask_name }
          ask_name:
            ask: What is your name?
            answer: { type: text, least: 1, most: 40 }
            save: person.name
            retry: ["Please write a name.", "A name please, like Asha."]
            go: greet
          greet:
            end: "Hello ${person.name}."
        """

    private static let help = """
        steps:
          open:
            refer: help
            note: Please call.
            say: "Case ${case.number}."
            go: done
          done:
            end: We will call you.
        """

    private var tally: String {
        """
        steps:
          begin:
            set: { sum: 0 }
            go: number
          number:
            ask: "\(question)"
            # lint: allow no-example the tests compare this question, which stays short
            answer: { type: whole, from: 1, to: 999 }
            save: number
            retry: ["Sum ${sum}. One number, please."]
            go: is_last
          is_last:
            branch:
              - { when: number = 999, go: copy }
              - { go: add }
          add:
            set: { sum: sum + number }
            go: number
          copy:
            send: "Your sum is ${sum}."
            go: done
          done:
            end: "Done with ${sum}."
        """
    }

    private var translation: String {
        let head = #"msgid ""\#nmsgstr ""\#n"Language: sw\n"\#n"Content-Type: text/plain; charset=UTF-8\n"\#n\#n"#
        return head
            + texts.map { "msgctxt \"\($0)\"\nmsgid \"\($1)\"\nmsgstr \"\($2)\"\n" }.joined(separator: "\n")
    }

    /// Context, English and Swahili of every text.
    private var texts: [(String, String, String)] {
        [
            ("main#language.menu", "Language? Lugha?", "Language? Lugha?"),
            ("main#language.options.1", "English", "English"), ("main#language.options.2", "Kiswahili", "Kiswahili"),
            ("main#menu.menu", "What do you need?", "Unahitaji nini?"), ("main#menu.options.1", "Count", "Hesabu"),
            ("main#menu.options.2", "My name", "Jina langu"), ("main#menu.options.3", "Call me", "Nipigie"),
            ("name#ask_name.ask", "What is your name?", "Jina lako nani?"),
            ("name#ask_name.retry.1", "Please write a name.", "Tafadhali andika jina."),
            ("name#ask_name.retry.2", "A name please, like Asha.", "Jina tafadhali, kama Asha."),
            ("name#greet.end", "Hello ${person.name}.", "Habari ${person.name}."),
            ("help#open.refer.note", "Please call.", "Piga simu."),
            ("help#open.refer.say", "Case ${case.number}.", "Kesi ${case.number}."),
            ("help#done.end", "We will call you.", "Tutakupigia."),
            ("tally#number.ask", question, "Jumla ${sum}. Namba? 999 mwisho."),
            ("tally#number.retry.1", "Sum ${sum}. One number, please.", "Jumla ${sum}. Namba moja."),
            ("tally#copy.send", "Your sum is ${sum}.", "Jumla yako ni ${sum}."),
            ("tally#done.end", "Done with ${sum}.", "Mwisho na ${sum}."),
        ] + Self.builtIn
    }

    private static let builtIn = [
        ("pack#texts.more", "More", "Zaidi"), ("pack#texts.back", "Back", "Rudi"),
        (
            "pack#texts.resume", "Welcome back. 1 Continue 2 Start again", "Karibu tena. 1 Endelea 2 Anza upya"
        ),
        ("pack#texts.retry_menu", "Please reply with one number from the list.", "Tuma namba moja."),
        ("pack#texts.retry_answer", "Please answer again, a little differently.", "Jibu tena."),
        (
            "pack#texts.help",
            "Reply with the number of your choice. 0 goes back, 00 to the start. STOP ends all messages.",
            "Jibu kwa namba. 0 kurudi."
        ),
        (
            "pack#texts.stopped", "You will get no more messages from us. Reply START to begin again.",
            "Hutapata ujumbe tena."
        ),
        ("pack#texts.started", "Messages are on again. Send any word to begin.", "Ujumbe umerudi."),
        (
            "pack#apology", "Sorry, we had a problem. Reply 1 to try again, 2 to talk to a person.",
            "Samahani. 1 jaribu tena, 2 ongea na mtu."
        ),
        ("pack#texts.language", "Choose a language.", "Chagua lugha."),
        ("pack#texts.confirm", "${answer}. Is this right? 1 Yes 2 No", "${answer}. Ni sawa? 1 Ndiyo 2 Hapana"),
        (
            "pack#texts.too_many",
            "Your menu is still open. Close it, and we answer what you wrote. Write the rest after that.",
            "Menyu bado iko wazi. Ifunge, nasi tutajibu. Andika mengine baadaye."
        ),
        (
            "pack#texts.blocked", "This number gets no answers from us at the moment.",
            "Nambari hii haipati majibu kutoka kwetu kwa sasa."
        ),
        (
            "pack#texts.gate_known", "Have you used this service before? 1 Yes 2 No",
            "Umewahi kutumia huduma hii? 1 Ndiyo 2 Hapana"
        ),
        ("pack#texts.gate_check", "One question, to be sure that it is you. 0 Back", "Swali moja. 0 Rudi"),
        ("pack#texts.gate_again", "That does not match. Please answer this one. 0 Back", "Hailingani. 0 Rudi"),
        (
            "pack#texts.gate_locked", "We could not check it. 1 Start anew 2 Try another day",
            "Hatukuweza. 1 Anza upya 2 Siku nyingine"
        ),
        ("pack#texts.goodbye", "Thank you. Write or dial again any time.", "Asante."),
    ]
}
