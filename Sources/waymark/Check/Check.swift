import ArgumentParser

extension Waymark {
    /// `waymark check`: everything that is wrong with content.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check packs, provider files and channels.",
            discussion: """
                Without a path: every pack under Flows, every file of Config/providers with its examples, and \
                Config/channels.yaml. Secrets need not be in the environment. Ends with code 1 when there are errors.
                """)

        @Argument(help: ArgumentHelp("Packs, folders or files.", valueName: "PATH"))
        var paths: [String] = []

        @Flag(help: "Print JSON.")
        var json = false

        @Flag(help: "Print SARIF, for code review tools.")
        var sarif = false

        @Option(help: ArgumentHelp("Say why a rule is there, by the name in brackets.", valueName: "ID"))
        var explain: String?

        func run() throws {
            if let explain { return Terminal.output.line(try Explanation.sentence(for: explain)) }
            let check = ContentCheck(try ContentPaths(paths))
            let text = sarif ? check.sarif + "\n" : json ? check.json + "\n" : check.report(for: Terminal.output)
            Terminal.output.write(text)
            if check.errors > 0 { throw ExitCode(1) }
        }
    }
}
