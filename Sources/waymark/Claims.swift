import ArgumentParser
import Foundation
import Gateway
import Storage

extension Waymark {
    /// `waymark claims`: records that came to other numbers, and the way back.
    struct Claims: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the records that came to other numbers, undo one, and decide on those that people ask for.",
            discussion: "It asks the running gateway. No numbers are shown; records have the numbers of the store.",
            subcommands: [List.self, Undo.self, Waiting.self, Approve.self, Refuse.self], defaultSubcommand: List.self)

        struct List: AsyncParsableCommand {
            static let configuration = CommandConfiguration(abstract: "List the records that came to other numbers.")

            @OptionGroup var gateway: RunningGateway

            func run() async throws {
                try gateway.tell(try await gateway.ask("GET", "/claims")) { (claims: [ClaimNote]) in
                    claims.map(\.line) + [claims.count.counted("claim")]
                }
            }
        }

        struct Undo: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Put both records of a claim back as they were.",
                discussion: "What was answered since is lost. It can be done for \(ClaimUndoing.days) days.")

            @OptionGroup var gateway: RunningGateway

            @ArgumentParser.Argument(help: "The claim's number, as 'waymark claims' lists it.")
            var id: Int64

            func run() async throws {
                let data = try await gateway.ask("POST", "/claims/undo?id=\(id)")
                let answer = try JSONDecoder().decode([String: String].self, from: data)["outcome"] ?? ""
                guard let outcome = ClaimUndoing(rawValue: answer) else { throw ExitCode(1) }
                if gateway.json {
                    Terminal.output.write("{\"outcome\":\"\(answer)\"}\n")
                } else {
                    Terminal.output.write(outcome.sentence + "\n")
                }
                if outcome != .done { throw ExitCode(1) }
            }
        }
    }
}

extension ClaimNote {
    /// What is said of it.
    fileprivate var line: String {
        let end = undoneAt.map { "undone \($0)" } ?? "stands"
        return "\(id)  \(at)  record \(person) took in \(other)  by \(by)  \(end)"
    }
}

extension ClaimUndoing {
    /// What is said to staff.
    fileprivate var sentence: String {
        switch self {
        case .done: "both records are as they were"
        case .unknown: "there is no such claim, or it was undone before"
        case .late: "it is more than \(Self.days) days ago"
        case .overtaken: "something later happened to these records or to the number: undo that first"
        }
    }
}
