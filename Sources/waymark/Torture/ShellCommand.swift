import Foundation

/// A command as a shell runs it (sh(1)).
enum ShellCommand {
    private static let glance = Duration.milliseconds(20)

    /// Runs it to its end, which comes although it leaves something running; what it prints goes to the end of a file.
    ///
    /// - Returns: Its exit code.
    static func run(_ command: String, log: String) async throws -> Int {
        let status = log + ".status"
        try? FileManager.default.removeItem(atPath: status)
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "( \(command)\n) >>\"$0\" 2>&1; echo $? >\"$1\"", log, status]
        process.standardInput = FileHandle.nullDevice
        try process.run()
        while true {
            if let text = try? String(contentsOfFile: status, encoding: .utf8), text.hasSuffix("\n") {
                return Int(text.dropLast()) ?? -1
            }
            try await Task.sleep(for: glance)
        }
    }
}
