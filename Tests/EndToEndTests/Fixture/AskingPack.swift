/// A pack that asks the system `jobs` before it answers, once or twice, or as the last thing it does.
enum AskingPack {
    static let wait = "One moment. Reply 1."
    static let menu = "What now?\n1 Jobs\n2 Two questions\n3 Last"

    /// Puts the pack and the system in the place of the deployment's own.
    static func put(on deployment: Deployment, system: String) throws {
        try deployment.write("systems: { jobs: { url: \(system) } }\n", to: "Config/systems.yaml")
        for (path, content) in files { try deployment.write(content, to: "Flows/asking/" + path) }
    }

    private static let files = [
        "pack.yaml": """
        pack: asking
        title: Asks before it answers
        language: en
        languages: { en: English }
        country: KE
        timezone: "+03:00"
        start: main
        otherwise: help
        commands: { person: help }
        numbering: " "
        texts: { wait: "\(wait)" }
        """,
        "help.yaml": "steps: { start: { refer: help, note: Please call., go: done }, done: { end: Bye. } }",
        "main.yaml": """
        steps:
          start:
            menu: What now?
            options: [Jobs -> look, Two questions -> first, Last -> last]
          look:
            request: jobs
            url: /open
            within: 5s
            failed: none
            go: shown
          shown:
            menu: ${text_slice(look.open, 0, 20)} jobs.
            options: [Again -> look, Bye -> bye]
          first:
            request: jobs
            url: /first
            within: 5s
            failed: none
            go: look
          last:
            request: jobs
            url: /last
            within: 5s
            failed: none
            go: told
          told:
            end: ${text_slice(last.open, 0, 20)} jobs. Bye.
          none:
            menu: No answer.
            options: [Again -> look, Bye -> bye]
          bye:
            end: See you.
        """,
    ]
}
