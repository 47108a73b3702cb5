import ArgumentParser
import Foundation
import Gateway

extension Waymark {
    /// `waymark outbox`: messages that were given up, and one more try for them.
    struct Outbox: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the messages that were given up, and send them once more.",
            discussion: "It asks the running gateway. Neither texts nor numbers are shown.",
            subcommands: [List.self, Retry.self], defaultSubcommand: List.self)

        struct Place: ParsableArguments {
            @OptionGroup var gateway: RunningGateway

            @ArgumentParser.Option(help: "Only messages of this channel.")
            var channel: String?

            /// What the gateway has.
            func list() async throws -> DeadLetterList {
                var query = URLComponents()
                query.queryItems = channel.map { [URLQueryItem(name: "channel", value: $0)] }
                let data = try await gateway.ask("GET", "/outbox" + (query.string ?? ""))
                return try JSONDecoder().decode(DeadLetterList.self, from: data)
            }
        }

        struct List: AsyncParsableCommand {
            static let configuration = CommandConfiguration(abstract: "List the messages that were given up.")

            @OptionGroup var place: Place

            func run() async throws {
                let list = try await place.list()
                if place.gateway.json {
                    let data = try JSONEncoder.sorted.encode(list)
                    return Terminal.output.write(String(decoding: data, as: UTF8.self) + "\n")
                }
                for letter in list.letters {
                    let attempts = letter.attempts.counted("attempt")
                    Terminal.output.write(
                        "\(letter.id)  \(letter.channel)  \(letter.diedAt)  \(letter.reason)  \(attempts)\n")
                }
                Terminal.output.write("\(list.waiting) waiting, \(list.dead) given up\n")
            }
        }

        struct Retry: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Send messages once more that were given up.",
                discussion:
                    """
                    Mend the cause first. Messages go as if they were new; where their channel is gone, on the one that their \
                    person writes on now. Those that are not given up stay as they are.
                    """)

            @OptionGroup var place: Place

            @ArgumentParser.Argument(help: "The numbers of the messages, as 'waymark outbox' lists them.")
            var ids: [Int64] = []

            @ArgumentParser.Flag(help: "All that are listed, with --channel all of that channel.")
            var all = false

            func validate() throws {
                if ids.isEmpty != all { throw ValidationError("name the messages by their numbers, or write --all") }
            }

            func run() async throws {
                let ids = all ? try await place.list().letters.map(\.id) : ids
                let path = "/outbox/retry?ids=" + ids.map(String.init).joined(separator: ",")
                let answer = try await place.gateway.ask("POST", path)
                guard let count = try JSONDecoder().decode([String: Int?].self, from: answer)["revived"] ?? nil else {
                    throw WrongUse("no channel sends SMS: set one up in channels.yaml, or enable it")
                }
                Terminal.output.write(
                    place.gateway.json ? "{\"revived\":\(count)}\n" : "\(count.counted("message")) to send\n")
                if count < ids.count { throw ExitCode(1) }
            }
        }
    }
}

extension JSONEncoder {
    fileprivate static var sorted: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }
}
