/// A pack that reminds people at any hour who agreed to it.
enum RemindingPack {
    /// The files of the pack by their paths.
    ///
    /// - Parameters:
    ///   - start: The flow that people come to first.
    ///   - own: What the pack is tried out with; a file of these counts before one of the pack's.
    static func files(start: String, with own: [String: String]) -> [String: String] {
        let bye = "steps: { start: { end: Bye. } }"
        let files = [
            "pack.yaml": """
            pack: sample
            title: Sample service
            language: en
            languages: { en: English }
            country: KE
            timezone: "+03:00"
            start: \(start)
            otherwise: help
            commands: { person: help }
            numbering: " "
            person:
              agrees: { type: yes_no }
            consent: person.agrees
            checks:
              allow:
                unasked-reminder: reminders of the tests go out at any hour
            """,
            "main.yaml": bye, "name.yaml": bye, "tally.yaml": bye,
            "help.yaml": "steps: { start: { refer: help, note: Please call., go: done }, done: { end: Bye. } }",
        ]
        return files.merging(own) { $1 }
    }
}
