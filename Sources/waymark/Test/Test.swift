import ArgumentParser

extension Waymark {
    /// `waymark test`: plays all talks and rule tests.
    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Play the talks and rule tests of packs and say where they differ.",
            discussion: """
                Without a path: every pack under Flows. The last line is 'N passed, N failed'; ends with code 1 when \
                any failed. Changes that --update has made are best looked at before they are committed.
                """)

        @Argument(help: ArgumentHelp("Packs, folders of packs, or single talks or rules.", valueName: "PATH"))
        var paths: [String] = []

        @Flag(help: "Print JSON.")
        var json = false

        @Flag(help: "List what no talk has walked and no rule test has come to.")
        var verbose = false

        @Flag(help: "Count the questions of checks of several rules, over made-up people.")
        var questions = false

        @Flag(help: "Write what is shown into the lines '<' and 'expect sms' that differ; everything else stays.")
        var update = false

        func run() throws {
            let content = try ContentPaths(paths)
            var results: [PackResult] = []
            for folder in content.packs {
                results.append(
                    PackResult(
                        folder: folder, only: content.tests, accepts: update, counts: questions
                    ) { Terminal.errors.progress($0) })
            }
            Terminal.errors.progress("")
            for file in results.flatMap(\.updates) { try file.write() }
            let report = TestReport(packs: results)
            Terminal.output.write(json ? report.json + "\n" : report.text(for: Terminal.output, verbose: verbose))
            if report.failed > 0 { throw ExitCode(1) }
        }
    }
}
