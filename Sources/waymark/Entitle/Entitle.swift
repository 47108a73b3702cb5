import ArgumentParser

extension Waymark {
    /// `waymark entitle`: what a rule says to given facts.
    struct Entitle: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask a rule what someone is entitled to.",
            discussion: """
                Prints the question that comes next while a fact is missing, else the outcome, why, and what to do. \
                Facts are a JSON object, {"still_there": false, "left_month": "2026-08"}; null is 'I do not know'.
                """)

        @Argument(help: "The rule's id, for example cn.wages.arrears.")
        var rule: String

        @OptionGroup var choice: PackChoice

        @Option(help: ArgumentHelp("What is known, as a JSON object; '-' is standard input.", valueName: "FILE.json"))
        var facts: String?

        @Option(help: ArgumentHelp("The day of the question, at the pack's place; else today.", valueName: "DATE"))
        var at: String?

        @Option(help: ArgumentHelp("The language of the texts; else the pack's own.", valueName: "TAG"))
        var lang: String?

        @Flag(help: "Print JSON: {\"ask\": ...} or {\"outcome\": ...}.")
        var json = false

        func run() throws {
            let pack = try choice.load()
            let consultation = try Consultation(pack: pack, rule: rule, at: at, language: lang)
            let answer = try consultation.answer(toFactsIn: facts)
            Terminal.output.line(json ? answer.json : answer.inWords)
            if answer.isFault { throw ExitCode(1) }
        }
    }
}
