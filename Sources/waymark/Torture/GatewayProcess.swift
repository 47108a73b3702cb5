import Foundation
import Storage

/// `waymark serve` as another process, on a free port. What it prints goes to files, so that nobody must keep up with it.
final class GatewayProcess: Sendable {
    private static let glance = Duration.milliseconds(5)
    /// How long a start may take, and an end that was asked for.
    private static let patience = Duration.seconds(120)

    let port: Int
    private let process: Process

    /// Starts a gateway; returns when it takes requests.
    ///
    /// - Parameters:
    ///   - environment: Where its store is.
    ///   - failPoints: Where it is to end itself, in the words of `FailPoint`.
    static func start(
        _ room: TortureFolder.Room, flows: String, environment: [String: String], failPoints: String?
    ) async throws -> GatewayProcess {
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = [
            "serve", "--config", room.config, "--flows", flows, "--data", room.data, "--port", "0",
        ]
        process.environment = environment.merging(failPoints.map { [FailPoint.variable: $0] } ?? [:]) { _, own in own }
        try Data().write(to: URL(filePath: room.announcement))
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: room.announcement))
        let log = try FileHandle(forWritingTo: URL(filePath: room.log))
        try log.seekToEnd()
        process.standardError = log
        try process.run()
        return GatewayProcess(process, port: try await port(of: process, room))
    }

    private init(_ process: Process, port: Int) {
        self.process = process
        self.port = port
    }

    deinit {
        if process.isRunning { Glibc.kill(process.processIdentifier, SIGKILL) }
    }

    /// The exit code, negative the signal that ended it, nil while it runs.
    var exitCode: Int? { Self.exitCode(of: process) }

    func signal(_ number: Int32) {
        kill(process.processIdentifier, number)
    }

    /// The exit code, once there is one; nil when it does not end in time.
    func ended(within span: Duration = GatewayProcess.patience) async throws -> Int? {
        let start = ContinuousClock.now
        while exitCode == nil, ContinuousClock.now - start < span { try await Task.sleep(for: Self.glance) }
        return exitCode
    }

    private static func exitCode(of process: Process) -> Int? {
        guard !process.isRunning else { return nil }
        let status = Int(process.terminationStatus)
        return process.terminationReason == .exit ? status : -status
    }

    private static func lastLine(of log: String) -> String {
        let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").last.map(String.init) ?? "it is empty"
    }

    /// The port of its announcement. One that ends itself at once has announced none.
    private static func port(of process: Process, _ room: TortureFolder.Room) async throws -> Int {
        let start = ContinuousClock.now
        while ContinuousClock.now - start < patience {
            let text = (try? String(contentsOfFile: room.announcement, encoding: .utf8)) ?? ""
            if let end = text.firstIndex(of: "\n"), let mark = text[..<end].firstRange(of: "http://127.0.0.1:"),
                let port = Int(text[mark.upperBound...].prefix { $0.isNumber })
            {
                return port
            }
            if let code = exitCode(of: process) {
                if code == -Int(SIGKILL) { return 0 }
                throw TortureFault(
                    "a gateway did not start and ended with \(code); \(room.log) ends: \(lastLine(of: room.log))")
            }
            try await Task.sleep(for: glance)
        }
        throw TortureFault("a gateway did not say within \(patience) where it listens")
    }
}
