import ArgumentParser
import Foundation
import Gateway
import Storage

extension Waymark {
    /// `waymark token`: tokens by which programs ask for the console's facts.
    struct Token: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make, list and revoke the tokens by which programs ask for the console's facts.",
            discussion: "It asks the running gateway. What each role may do stands in Config/README.md.",
            subcommands: [List.self, New.self, Revoke.self], defaultSubcommand: List.self)

        struct List: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "List the tokens, the latest first. The tokens themselves are kept nowhere.")

            @OptionGroup var gateway: RunningGateway

            func run() async throws {
                try gateway.tell(try await gateway.ask("GET", "/tokens")) { (tokens: [TokenNote]) in
                    tokens.map(\.line) + [tokens.count.counted("token")]
                }
            }
        }

        struct New: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Make a token, and print it this once.",
                discussion: "Whoever has it may do what its role may. Give it to one program by a way you trust.")

            @OptionGroup var gateway: RunningGateway

            @ArgumentParser.Argument(help: "What the program is for, and who looks after it.")
            var name: String

            @ArgumentParser.Option(help: "What it may do: viewer, support, operator or admin.")
            var role: String

            @ArgumentParser.Option(help: "Days that it is good for; without, until it is revoked.")
            var days: Int?

            func validate() throws {
                if StaffRole(rawValue: role) == nil {
                    throw ValidationError("the role is viewer, support, operator or admin, not '\(role)'")
                }
            }

            func run() async throws {
                var query = URLComponents()
                query.queryItems = [
                    URLQueryItem(name: "name", value: name), URLQueryItem(name: "role", value: role),
                    URLQueryItem(name: "days", value: days.map(String.init)),
                ].filter { $0.value != nil }
                let data = try await gateway.ask("POST", "/tokens" + (query.string ?? ""))
                let answer = try JSONDecoder().decode([String: String].self, from: data)
                guard let token = answer["token"] else { throw WrongUse(answer["fault"] ?? "no token was made") }
                Terminal.output.write(gateway.json ? "{\"token\":\"\(token)\"}\n" : token + "\n")
            }
        }

        struct Revoke: AsyncParsableCommand {
            static let configuration = CommandConfiguration(abstract: "Make a token good for nothing, at once.")

            @OptionGroup var gateway: RunningGateway

            @ArgumentParser.Argument(help: "The token's number, as 'waymark token' lists it.")
            var id: Int64

            func run() async throws {
                let data = try await gateway.ask("POST", "/tokens/revoke?id=\(id)")
                let isRevoked = try JSONDecoder().decode([String: Bool].self, from: data)["revoked"] ?? false
                let sentence =
                    isRevoked
                    ? "token \(id) is good for nothing now" : "there is no such token, or it was revoked before"
                Terminal.output.write(gateway.json ? "{\"revoked\":\(isRevoked)}\n" : sentence + "\n")
                if !isRevoked { throw ExitCode(1) }
            }
        }
    }
}

extension TokenNote {
    /// What is said of it.
    fileprivate var line: String {
        let use = usedAt.map { "last used \($0)" } ?? "never used"
        let end = revokedAt.map { "revoked \($0)" } ?? expiresAt.map { "until \($0)" } ?? "until it is revoked"
        return "\(id)  \(role.rawValue)  \(name)  made \(madeAt)  \(use)  \(end)"
    }
}
