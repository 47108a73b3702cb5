import ArgumentParser
import ContentFiles
import Expressions

extension Waymark {
    /// `waymark check`: everything that is wrong with content.
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check packs, provider files, channels, other systems and settings.",
            discussion: """
                Without a path: every pack under Flows, every file of Config/providers with its examples, \
                Config/channels.yaml, Config/systems.yaml and Config/waymark.yaml. Secrets need not be in the environment. Ends with code 1 when there are errors.
                """)

        @Argument(help: ArgumentHelp("Packs, folders or files.", valueName: "PATH"))
        var paths: [String] = []

        @Flag(help: "Print JSON.")
        var json = false

        @Flag(help: "Print SARIF, for code review tools.")
        var sarif = false

        @Option(help: ArgumentHelp("Say why a rule is there, by the name in brackets or its code.", valueName: "RULE"))
        var explain: String?

        @Flag(help: "List all rules.")
        var list = false

        @Option(
            help: ArgumentHelp("Replace the packs' own: default, low-literacy or internal.", valueName: "PROFILE"))
        var profile: String?

        @Option(
            help: ArgumentHelp(
                "A folder with the published pack, or packs: say which digits that people know moved.",
                valueName: "DIR"))
        var against: String?

        @Flag(help: "Also print what only informs: costly characters, and the measures of every screen.")
        var info = false

        @Flag(help: "Say how long each stage took, on standard error.")
        var timings = false

        func run() throws {
            if let explain { return Terminal.output.line(try Explanation.text(for: explain)) }
            if list { return Terminal.output.write(RuleList.text(for: Terminal.output)) }
            let stopwatch = CheckTimings()
            let check = try ContentCheck(
                try ContentPaths(paths), settings: try settings(), against: against, timings: stopwatch)
            if timings { Terminal.errors.write(stopwatch.report) }
            let text = sarif ? check.sarif + "\n" : json ? check.json + "\n" : check.report(for: Terminal.output)
            Terminal.output.write(text)
            if check.errors > 0 { throw ExitCode(1) }
        }

        private func settings() throws -> CheckSettings {
            var settings = CheckSettings()
            settings.wantsInfo = info
            settings.today = Moment.now.timestamp.date()
            if let profile {
                guard let known = Profile(rawValue: profile) else {
                    let names = Profile.allCases.map(\.rawValue).joined(separator: ", ")
                    throw WrongUse("there is no profile '\(profile)': profiles are \(names)")
                }
                settings.profile = known
            }
            return settings
        }
    }
}
