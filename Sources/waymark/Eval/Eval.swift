import ArgumentParser

extension Waymark {
    /// `waymark eval`: an expression's value as JSON.
    struct Eval: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Work out an expression.",
            discussion: """
                Prints {"type": ..., "value": ..., "text": ...}, or {"error": ...} and ends with code 1. A context is \
                a JSON object: its keys are the names that the expression may use.
                """)

        @Argument(parsing: .allUnrecognized, help: "The expression, for example 'upper(name) & \"!\"'.")
        var expression: [String]

        @Option(
            help: ArgumentHelp("The values of names, as a JSON object; '-' is standard input.", valueName: "FILE.json"))
        var context: String?

        @Option(help: "The moment of 'now' and 'today': RFC 3339, or '2026-05-02 09:00' in UTC.")
        var at: String?

        @Flag(help: "Read a text with ${...} in it instead of an expression.")
        var template = false

        @Option(help: "The language of month names and plurals.")
        var language = "en"

        func validate() throws {
            try expression.requireOne("expression")
        }

        func run() throws {
            let source = expression[0]
            let calculation = try Calculation(context: context, at: at, language: language)
            let result = template ? calculation.render(source) : calculation.evaluate(source)
            Terminal.output.line(result.json)
            if result.isFault { throw ExitCode(1) }
        }
    }
}
