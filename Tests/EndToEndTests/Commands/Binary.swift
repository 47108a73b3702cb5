import Foundation

/// The built command line, run as people run it.
enum Binary {
    /// What a run printed, and how it ended.
    struct Run {
        let output: String
        let errors: String
        let code: Int32

        /// The lines of standard output.
        var lines: [String] {
            output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
        }

        /// Standard output as a JSON object.
        var json: [String: Any]? {
            (try? JSONSerialization.jsonObject(with: Data(output.utf8))) as? [String: Any]
        }
    }

    /// Why there is nothing to run.
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    /// `WAYMARK_BINARY`, or the executable beside the tests.
    static func path() throws -> URL {
        if let path = ProcessInfo.processInfo.environment["WAYMARK_BINARY"] { return URL(fileURLWithPath: path) }
        let folders = [Bundle.main.bundleURL, Bundle.main.bundleURL.deletingLastPathComponent()]
        let candidates = folders.map { $0.appendingPathComponent("waymark") }
        if let found = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) {
            return found
        }
        throw Missing(
            description: "there is no waymark beside \(Bundle.main.bundleURL.path): build it, or set WAYMARK_BINARY")
    }

    /// A run whose input and output are files, so that nothing waits for a full pipe.
    ///
    /// - Parameter environment: Beside what these tests were started with.
    static func run(
        _ arguments: [String], input: String = "", in folder: URL? = nil, environment: [String: String] = [:]
    ) throws -> Run {
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let files = ["in", "out", "err"].map { scratch.appendingPathComponent($0) }
        try Data(input.utf8).write(to: files[0])
        for file in files.dropFirst() { try Data().write(to: file) }
        let process = try process(arguments, in: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: files[0])
        process.standardOutput = try FileHandle(forWritingTo: files[1])
        process.standardError = try FileHandle(forWritingTo: files[2])
        try process.run()
        process.waitUntilExit()
        return Run(
            output: try String(contentsOf: files[1], encoding: .utf8),
            errors: try String(contentsOf: files[2], encoding: .utf8),
            code: process.terminationStatus)
    }

    /// What a terminal shows after a run in which some lines are typed; the last of them has to end it.
    static func runOnTerminal(_ arguments: [String], typing lines: [String], in folder: URL) throws -> String {
        let (master, screen) = try pseudoTerminal()
        let process = try process(arguments, in: folder)
        process.environment = ProcessInfo.processInfo.environment.merging(["NO_COLOR": "1"]) { $1 }
        process.standardInput = screen
        process.standardOutput = screen
        process.standardError = screen
        try process.run()
        try screen.close()
        try master.write(contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
        let shown = everything(from: master)
        process.waitUntilExit()
        return String(decoding: shown, as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
    }

    /// Reads to the end, which a terminal whose program is gone tells by an error; so plain read(2) and no `FileHandle`.
    private static func everything(from master: FileHandle) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while case let count = read(master.fileDescriptor, &buffer, buffer.count), count > 0 {
            bytes += buffer.prefix(count)
        }
        return bytes
    }

    /// Both ends of a terminal: what a person sits at, and what a program is given (pty(7); the requests of ioctl_tty(2)).
    private static func pseudoTerminal() throws -> (master: FileHandle, screen: FileHandle) {
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var unlocked: CInt = 0
        var number: CInt = 0
        guard master >= 0, ioctl(master, 0x4004_5431, &unlocked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
            throw Missing(description: "this machine has no pseudo-terminals")
        }
        let screen = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        return (
            FileHandle(fileDescriptor: master, closeOnDealloc: true),
            FileHandle(fileDescriptor: screen, closeOnDealloc: true)
        )
    }

    /// One that is not started yet.
    static func process(_ arguments: [String], in folder: URL?) throws -> Process {
        let process = Process()
        process.executableURL = try path()
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        return process
    }
}
