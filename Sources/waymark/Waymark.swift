import ArgumentParser
import Foundation

/// The command line: every room of the gateway that people reach without a browser.
@main
struct Waymark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waymark",
        abstract: "Conversations by SMS and USSD: content that is checked, tested and tried out before anyone dials.",
        version: "0.1.0",
        subcommands: [
            Serve.self, Publish.self, Outbox.self, Claims.self, PersonData.self, Evidence.self, Audit.self, Token.self,
            Keys.self, Retention.self, Backup.self, Restore.self, Migrate.self, Check.self, Test.self, Talk.self,
            Graph.self,
            Entitle.self, Find.self, DirectoryTools.self, RuleTools.self,
            Translate.self, Eval.self, Text.self, Provider.self, New.self, Schema.self,
            Bench.self, Torture.self, Fuzz.self,
        ])

    /// Runs the command that was asked for: 0 when all is well, 1 when what was asked about is at fault, 2 for wrong
    /// use.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch {
            leave(with: error)
        }
    }

    private static func leave(with error: any Error) -> Never {
        let code = exitCode(for: error)
        let message = fullMessage(for: error)
        let terminal = code.isSuccess ? Terminal.output : Terminal.errors
        if !message.isEmpty { terminal.write(message + "\n") }
        // The parser's own code for wrong use is 64 (sysexits.h).
        Foundation.exit(code == .validationFailure || error is WrongUse ? 2 : code.rawValue)
    }
}
