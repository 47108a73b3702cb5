import ContentFiles
import Conversation

/// The conversation of the tortured gateway. It adds the numbers it is told, so that a turn that was lost or doubled shows
/// in every later screen; it sends SMS beside the conversation, and it reminds.
enum TorturePack {
    /// What the last step of a count says.
    static let counted = "Done with"
    /// What the last step of a wish to be reminded says.
    static let planned = "You will hear from us."
    /// What a reminder says.
    static let reminder = "This is what you wanted to hear."
    /// Seconds until a reminder falls due.
    static let reminderAfter = 2

    /// The files by their paths in the pack's folder.
    static let files: KeyValuePairs = [
        "pack.yaml": """
        pack: torture
        title: Torture
        language: en
        languages: { en: English }
        code: "*384*77#"
        country: KE
        timezone: "+03:00"
        start: main
        numbering: " "
        commands: { person: help }
        keywords: { tally: [TALLY], later: [LATER] }
        session: { idle: { ussd: 24h, sms: 7d }, late: 12h, resume: ask }

        """,
        "main.yaml": """
        steps:
          menu:
            menu: What do you need?
            options:
              - Count -> tally
              - Remind me -> later

        """,
        "tally.yaml": """
        steps:
          begin:
            set: { sum: 0 }
            go: number
          number:
            ask: "Sum ${sum}. Next number?"
            # lint: allow no-example the question stays short
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
            end: "\(counted) ${sum}."

        """,
        "later.yaml": """
        steps:
          plan:
            # lint: allow unasked-reminder nobody is woken: these people are made up
            remind: due
            after: \(reminderAfter)s
            go: done
          done:
            end: \(planned)

        """,
        "help.yaml": """
        steps:
          open:
            refer: help
            note: She asked for a person.
            say: "Case ${case.number}."
            go: done
          done:
            end: We will call you.

        """,
        "due.yaml": """
        steps:
          due:
            end: \(reminder)

        """,
    ]

    /// The pack as the gateway reads it.
    static func load() throws(TortureFault) -> Pack {
        let log = DiagnosticLog()
        let source = PackSource(
            folder: "torture", files: files.map { PackSource.File(path: $0.key, content: $0.value) })
        guard let pack = PackLoader.load(source, log: log) else {
            throw TortureFault(log.sorted.first { $0.severity == .error }?.description ?? "the pack is broken")
        }
        return pack
    }
}
