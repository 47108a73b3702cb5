import ArgumentParser
import ContentFiles
import Foundation
import Gateway

extension Settings {
    /// What the configuration and the environment say to a command that does not serve; prints what is wrong with it.
    static func read(config: String) throws -> Settings {
        let log = DiagnosticLog()
        let settings = Folders(config: config, flows: "")
            .settings(environment: ProcessInfo.processInfo.environment, log: log)
        for diagnostic in log.sorted { Terminal.errors.write("\(diagnostic)\n") }
        if log.hasErrors { throw ExitCode(2) }
        return settings
    }
}
