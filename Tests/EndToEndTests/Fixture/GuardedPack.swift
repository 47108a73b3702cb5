/// A pack that asks everybody for a PIN to keep, then for a number and its PIN, and says what came of that.
enum GuardedPack {
    static let name = "guarded"

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
            save: person.pin
            go: number
          number:
            ask: "${came}. Number?"
            answer: { type: phone }
            save: old
            go: by_pin
          by_pin:
            ask: Its PIN?
            answer: { type: pin, of: old }
            save: came
            go: number
        """,
    ]
}
