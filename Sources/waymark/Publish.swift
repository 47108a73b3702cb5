import ArgumentParser
import Conversation
import Foundation
import Gateway

extension Waymark {
    /// `waymark publish`: asks the running gateway to take the pack on disk.
    struct Publish: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ask the running gateway to take the pack on disk.",
            discussion: """
                A pack with errors is not taken, and conversations stay on the revision they began with. Ends with \
                code 1 when the pack has errors or cannot be kept.
                """)

        @OptionGroup var gateway: RunningGateway

        @ArgumentParser.Flag(help: "Only say what would change.")
        var dryRun = false

        func run() async throws {
            let answer = try await gateway.ask("POST", "/publish?dry_run=\(dryRun)")
            if try gateway.tell(answer, in: lines).hasFailed { throw ExitCode(1) }
        }

        private func lines(of report: PublishReport) -> [String] {
            var lines = report.diagnostics
            guard let changes = report.changes else {
                return lines + ["the pack has errors; revision \(report.revision) goes on"]
            }
            for digit in changes.digits {
                let now = digit.now.map { "now chooses '\($0)'" } ?? "now chooses nothing"
                lines.append("\(digit.step): \(digit.number) chose '\(digit.before)' and \(now) (keep it with 'alias')")
            }
            lines += changes.removed.map { "\($0): the step is gone; sessions at it go on with their own revision" }
            for (revision, count) in report.sessions.sorted(by: { $0.key < $1.key }) {
                lines.append("\(count.counted("waiting session")) on revision \(revision)")
            }
            for (step, count) in report.lostReminders.sorted(by: { $0.key < $1.key }) {
                lines.append("\(step): \(count.counted("planned reminder")) will not be sent, for the step is gone")
            }
            if report.hasFailed {
                return lines + ["revision \(report.revision) is not published; the served one goes on"]
            }
            let verb = report.isPublished ? "published" : dryRun ? "would be published" : "is published already"
            return lines + ["revision \(report.revision) \(verb)"]
        }
    }
}
