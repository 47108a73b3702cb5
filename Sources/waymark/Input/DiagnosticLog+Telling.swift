import ArgumentParser
import ContentFiles

extension DiagnosticLog {
    /// Tells on standard error what is wrong as a whole, and gives the code that the command ends with.
    func told() -> ExitCode {
        for diagnostic in sorted { Terminal.errors.line(diagnostic.line(for: Terminal.errors)) }
        return ExitCode(1)
    }
}
