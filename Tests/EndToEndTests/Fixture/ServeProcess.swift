import Foundation

/// `waymark serve` as another process. What it prints goes to files, so that nothing here must keep up with it.
final class ServeProcess: Sendable {
    private let process = Process()
    /// Held, because its folders go with it.
    private let deployment: Deployment
    private let prints: String

    /// - Parameters:
    ///   - environment: The whole environment beside what names the database; nothing is inherited.
    ///   - arguments: What stands behind the folders.
    init(_ deployment: Deployment, environment: [String: String], data: String? = nil, arguments: [String]) throws {
        self.deployment = deployment
        prints = deployment.folder + "/prints-" + UUID().uuidString
        process.executableURL = try Binary.path()
        let folders = ["--config", deployment.config, "--flows", deployment.flows, "--data", data ?? deployment.data]
        process.arguments = ["serve"] + folders + arguments
        process.environment = deployment.place.environment.merging(environment) { _, own in own }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try Self.newFile(prints + ".out")
        process.standardError = try Self.newFile(prints + ".err")
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    var output: String { (try? String(contentsOfFile: prints + ".out", encoding: .utf8)) ?? "" }
    var errors: String { (try? String(contentsOfFile: prints + ".err", encoding: .utf8)) ?? "" }
    /// The process as the system knows it.
    var identifier: pid_t { process.processIdentifier }
    /// The exit code, negative the signal that ended it, nil while it runs.
    var exitCode: Int? {
        guard !process.isRunning else { return nil }
        let status = Int(process.terminationStatus)
        return process.terminationReason == .exit ? status : -status
    }

    /// The port it says it listens on.
    var announcedPort: Int? {
        let line = output.prefix { $0 != "\n" }
        guard let mark = line.firstRange(of: "http://127.0.0.1:"), line.count < output.count else { return nil }
        return Int(line[mark.upperBound...].prefix(while: \.isNumber))
    }

    func signal(_ number: Int32) {
        kill(process.processIdentifier, number)
    }

    /// The exit code, once there is one.
    func ended() async throws -> Int {
        try await eventually("the end of the process") { exitCode }
    }

    private static func newFile(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(filePath: path))
        return try FileHandle(forWritingTo: URL(filePath: path))
    }
}
