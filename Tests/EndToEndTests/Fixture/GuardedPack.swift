/// A pack that asks everybody for a PIN to keep, then for a number and its PIN, and says what came of that.
enum GuardedPack {
    static let name = "guarded"

    /// What somebody is told of what came last.
    static func told(_ came: String) -> String { "\(came). Number? Like 0700000001" }

    static func put(on deployment: Deployment) throws {
        for (path, content) in files { try deployment.write(content, to: "Flows/\(name)/" + path) }
    }

    private static let files = [
        "pack.yaml": """
        pack: guarded
        title: Guards a record by a PIN
        language: en
        languages: { en: English }
        country: KE
        timezone: "+03:00"
        start: main
        otherwise: help
        commands: { person: help }
        numbering: " "
        """,
        "help.yaml": "steps: { start: { refer: help, note: Please call., go: done }, done: { end: Bye. } }",
        "main.yaml": """
        steps:
          start:
            set: { came: "'none'" }
            go: choose
          choose:
            ask: New PIN?
            answer: { type: pin }
            retry: ["Digits, please.", "4 to 8 digits, please, like 4826."]
            save: person.pin
            go: number
          number:
            ask: "${came}. Number? Like 0700000001"
            answer: { type: phone, example: "0700000001" }
            retry: ["A number, please.", "A number, please, like 0700000001."]
            save: old
            go: by_pin
          by_pin:
            ask: Its PIN?
            answer: { type: pin, of: old }
            retry: ["Digits, please.", "4 to 8 digits, please, like 4826."]
            save: came
            go: number
        """,
    ]
}
