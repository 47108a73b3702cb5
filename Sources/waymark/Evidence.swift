import ArgumentParser
import Foundation
import Gateway

extension Waymark {
    /// `waymark evidence`: what people answered, for research.
    struct Evidence: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Give out what people answered, without who they are.", subcommands: [Export.self])

        struct Export: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Write the answers to the questions of one flow as a FLOIP Flow Results package.",
                discussion: """
                    Choices and figures only: answers that the pack calls private, people's own words, numbers and names are \
                    left out, times are hours, and people have pseudonyms. It asks the running gateway. Only you can read \
                    the file; the audit log says that it was made, and why.
                    """)

            @ArgumentParser.Option(help: "The flow's name, such as wages/late.")
            var flow: String

            @ArgumentParser.Option(help: "The first day that conversations began on, such as 2026-11-01.")
            var from: String

            @ArgumentParser.Option(help: "The last day.")
            var until: String

            @ArgumentParser.Option(help: "Why: it stands in the audit log and should name nobody.")
            var reason: String

            @ArgumentParser.Flag(
                help: "Use the same pseudonyms as every other such package, so that they can be joined.")
            var stable = false

            @ArgumentParser.Option(help: "The file to write; it must not be there yet. Else FLOW-FROM-UNTIL.zip.")
            var output: String?

            @ArgumentParser.Option(help: "The data folder of the running gateway.")
            var data = "Data"

            /// Seconds that the gateway may take: years of answers are read one by one.
            private static let longest = 86_400

            func run() async throws {
                let query = ResultsQuery(flow: flow, from: from, until: until, reason: reason, isStable: stable)
                let body = try JSONEncoder().encode(query)
                let answer = try await ControlCall(data: data).send(
                    "POST", "/results", body: body, within: Self.longest)
                if let refusal = try? JSONDecoder().decode(ResultsRefusal.self, from: answer) {
                    throw WrongUse(refusal.sentence)
                }
                let file = output ?? "\(flow.replacing("/", with: "-"))-\(from)-\(until).zip"
                try PrivateFile.write(answer, to: file)
                Terminal.output.write("\(file): the answers of \(flow) from \(from) to \(until)\n")
            }
        }
    }
}

extension ResultsRefusal {
    /// Why there is no file, and what to do.
    fileprivate var sentence: String {
        switch self {
        case .unreasoned: "say why by --reason, in \(ResultsQuery.longestReason) characters at most"
        case .days: "write days such as 2026-11-01, the first by --from and the last by --until"
        case .nothingAsked: "no question of this flow has answers that may be given out; is its name right?"
        case .tooFew: "fewer people answered than 'evidence.least' in waymark.yaml: take more days"
        }
    }
}
