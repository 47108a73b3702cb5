import ArgumentParser

extension Waymark {
    /// `waymark text`: what a text costs.
    struct Text: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what a text costs by SMS and USSD, and which characters make it dear.",
            discussion: "'-' alone reads standard input.")

        @Argument(parsing: .allUnrecognized, help: "The text.")
        var string: [String]

        @Flag(help: "Print JSON.")
        var json = false

        func validate() throws {
            try string.requireOne("text")
        }

        func run() throws {
            let text = string == ["-"] ? try InputFile.text("-") : string[0]
            let cost = TextCost(of: text)
            Terminal.output.line(json ? cost.json : cost.lines.joined(separator: "\n"))
        }
    }
}
