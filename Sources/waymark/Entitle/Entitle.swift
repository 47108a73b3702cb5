import ArgumentParser
import Conversation

extension Waymark {
    /// `waymark entitle`: what a rule says to some facts.
    struct Entitle: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask a rule what it says to some facts.",
            discussion: """
                Prints the question of the fact that is needed next, or the outcome with its reason and law. Facts are \
                a JSON object; null is "I do not know".
                """)

        @Argument(help: ArgumentHelp("The rule's id, for example cn.wages.arrears.", valueName: "RULE"))
        var rule: String

        @ArgumentParser.Option(help: "The pack: a name under Flows, or a folder.")
        var pack: String?

        @ArgumentParser.Option(help: "The folder of packs.")
        var flows = "Flows"

        @ArgumentParser.Option(help: ArgumentHelp("The facts; '-' is standard input.", valueName: "FILE.json"))
        var facts: String?

        @ArgumentParser.Option(help: "The day, such as 2026-11-24; today if it is left out.")
        var at: String?

        @ArgumentParser.Option(help: "The language of the texts.")
        var lang: String?

        @ArgumentParser.Flag(help: "Print JSON.")
        var json = false

        func run() throws {
            guard let pack = try PackChoice(pack: pack, flows: flows).load() else { throw ExitCode(1) }
            let consultation = try Consultation(
                rule, in: pack, facts: try InputFile.object(facts, "facts"),
                at: try Moment.read(at, place: pack.settings.utcOffset), language: try pack.language(lang))
            let answer = try consultation.answer()
            Terminal.output.line(json ? answer.json : answer.text)
        }
    }
}
