import ArgumentParser
import Foundation
import Gateway

extension Waymark {
    /// `waymark audit`: what staff did, and whether the log of it is whole.
    struct Audit: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look at the log of what staff did.",
            discussion: "It asks the running gateway. The console shows the log itself, to admins.",
            subcommands: [Verify.self], defaultSubcommand: Verify.self)

        struct Verify: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Check that each entry follows from the one before.",
                discussion: """
                    The last hash, written down elsewhere, shows later whether entries are missing at the end. Ends with \
                    code 1 when the log was changed outside the gateway.
                    """)

            @OptionGroup var gateway: RunningGateway

            func run() async throws {
                let answer = try await gateway.ask("GET", "/audit")
                let note = try gateway.tell(answer) { (note: AuditNote) in note.lines }
                if note.broken != nil { throw ExitCode(1) }
            }
        }
    }
}

extension AuditNote {
    /// What is said to whoever asks.
    fileprivate var lines: [String] {
        let end =
            broken.map { "entry \($0) does not follow from the one before: the log was changed" } ?? "the log is whole"
        let entries = sound == 1 ? "1 entry follows" : "\(sound) entries follow"
        return ["\(entries) from one another; \(end)", "\(head)  the last hash"]
    }
}
