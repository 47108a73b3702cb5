import ContentFiles
import Conversation
import Testing

/// A pack whose first menu shows the one private thing that is known of a person.
enum TownPack {
    static func load() throws -> Pack {
        let source = PackSource(
            folder: "Flows/town",
            files: [.init(path: "pack.yaml", content: pack), .init(path: "main.yaml", content: main)])
        let log = DiagnosticLog()
        return try #require(PackLoader.load(source, log: log), "\(log.sorted)")
    }

    private static let pack = """
        title: Town
        language: en
        languages: { en: English }
        start: main
        keywords: { main: [HI] }
        person: { secret: { type: text } }
        identity: { check: [secret], tries: 3, lock: 1h, code: 90d, objection: 30d }
        """
    private static let main = """
        steps:
          start:
            menu: "You: ${default(person.secret, 'unknown')}"
            options:
              - Tell -> tell
              - Code -> code
              - Bring -> bring
              - Protect -> protect
              - Number -> number
              - { label: Share, set: { sharing.on: true }, go: start }
              - Lost -> lost
              - Text me -> text
          tell:
            ask: Secret?
            answer: { type: text }
            save: person.secret
            private: true
            go: start
          text:
            send: "You: ${default(person.secret, 'unknown')}"
            go: start
          code:
            menu: "Code: ${claim.code}"
            options: [Home -> start]
          bring:
            ask: Bring?
            answer: { type: claim_code }
            save: outcome
            go: start
          protect:
            ask: Protect?
            answer: { type: pin }
            save: person.pin
            go: start
          number:
            ask: Number?
            answer: { type: phone }
            save: old
            go: by_pin
          by_pin:
            ask: Number's PIN?
            answer: { type: pin, of: old }
            save: outcome
            go: start
          lost:
            ask: Lost Number?
            answer: { type: phone }
            save: old
            go: staff
          staff:
            refer: record
            record: old
            go: start
        """
}
