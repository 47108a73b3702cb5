import ArgumentParser

extension Waymark {
    /// `waymark entitle`: what a rule says to given facts.
    struct Entitle: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask a rule what someone is entitled to.",
            discussion: """
                While a fact is missing, the question that comes next; else the outcome, why, and what to do. On a \
                terminal it is told in words; a pipe gets one line of JSON, {"ask": ...} or {"outcome": ...}. Facts \
                are a JSON object, {"still_there": false, "left_month": "2026-08"}, with null for 'I do not know'.
                """)

        @Argument(help: "The rule's id, for example cn.wages.arrears.")
        var rule: String

        @Option(help: ArgumentHelp("The pack's name or folder; not needed where there is one.", valueName: "china"))
        var pack: String?

        @Option(help: "The folder of the packs.")
        var flows = "Flows"

        @Option(help: ArgumentHelp("What is known, as a JSON object; '-' is standard input.", valueName: "FILE.json"))
        var facts: String?

        @Option(help: ArgumentHelp("The day of the question, at the pack's place; else today.", valueName: "DATE"))
        var at: String?

        @Option(help: ArgumentHelp("The language of the texts; else the pack's own.", valueName: "TAG"))
        var lang: String?

        @Flag(help: "Print JSON on a terminal too.")
        var json = false

        func run() throws {
            guard let pack = try PackChoice(pack: pack, flows: flows).load() else { throw ExitCode(1) }
            let consultation = try Consultation(pack: pack, rule: rule, at: at, language: lang)
            let answer = try consultation.answer(toFactsIn: facts)
            let isInWords = Terminal.output.isInteractive && !json
            Terminal.output.line(isInWords ? answer.inWords : answer.json)
            if answer.isFault { throw ExitCode(1) }
        }
    }
}
