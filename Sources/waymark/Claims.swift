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

        struct Place: ParsableArguments {
            @ArgumentParser.Option(help: "The data folder of the running gateway.")
            var data = "Data"

            @ArgumentParser.Flag(help: "Print JSON.")
            var json = false
        }

        struct List: AsyncParsableCommand {
            static let configuration = CommandConfiguration(abstract: "List the records that came to other numbers.")

            @OptionGroup var place: Place

            func run() async throws {
                let data = try await ControlCall(data: place.data).send("GET", "/claims")
                if place.json { return Terminal.output.write(String(decoding: data, as: UTF8.self) + "\n") }
                let claims = try JSONDecoder().decode([ClaimNote].self, from: data)
                for claim in claims {
                    let end = claim.undoneAt.map { "undone \($0)" } ?? "stands"
                    Terminal.output.write(
                        "\(claim.id)  \(claim.at)  record \(claim.person) took in \(claim.other)  by \(claim.by)  \(end)\n"
                    )
                }
                Terminal.output.write("\(claims.count.counted("claim"))\n")
            }
        }

        struct Undo: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Put both records of a claim back as they were.",
                discussion: "What was answered since is lost. It can be done for \(ClaimUndoing.days) days.")

            @OptionGroup var place: Place

            @ArgumentParser.Argument(help: "The claim's number, as 'waymark claims' lists it.")
            var id: Int64

            func run() async throws {
                let data = try await ControlCall(data: place.data).send("POST", "/claims/undo?id=\(id)")
                let answer = try JSONDecoder().decode([String: String].self, from: data)["outcome"] ?? ""
                guard let outcome = ClaimUndoing(rawValue: answer) else { throw ExitCode(1) }
                if place.json {
                    Terminal.output.write("{\"outcome\":\"\(answer)\"}\n")
                } else {
                    Terminal.output.write(outcome.sentence + "\n")
                }
                if outcome != .done { throw ExitCode(1) }
            }
        }
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
