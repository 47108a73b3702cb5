import Foundation

/// The gateway under test as another process, so that its processor time can be told from the phones'.
final class ServerUnderTest {
    private let process = Process()
    private let input = Pipe()
    private let output = Pipe()
    private var unread = Data()
    private(set) var port = 0

    /// Starts the server.
    ///
    /// - Parameter database: What `bench server` is told of a database elsewhere; nothing for one in the data folder.
    init(data: String, config: String, database: [String] = []) throws {
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["bench", "server", "--data", data, "--config", config] + database
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        guard let line = line(), line.hasPrefix("port "), let port = Int(line.dropFirst(5)) else {
            throw WrongUse("the gateway under test did not start")
        }
        self.port = port
    }

    /// How many transactions were committed so far, with how many changes, and for how many seconds they kept everybody
    /// else from writing.
    func commits() throws -> (groups: Int, members: Int, held: Double) {
        input.fileHandleForWriting.write(Data("?\n".utf8))
        let words = line()?.split(separator: " ").compactMap { Int($0) } ?? []
        guard words.count == 4 else { throw WrongUse("the gateway under test has gone") }
        return (words[0], words[1], Double(words[3]) / 1e6)
    }

    /// Seconds of processor time used so far.
    var processorTime: Double { ProcessorTime(of: process.processIdentifier)?.own ?? 0 }

    /// Resident memory in megabytes, with the program's own pages and without them.
    var memory: (all: Double, own: Double) {
        let id = process.processIdentifier
        return (ResidentMemory.megabytes(of: id), ResidentMemory.own(of: id))
    }

    /// Ends the server and waits for it.
    func stop() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    private func line() -> String? {
        while !unread.contains(UInt8(ascii: "\n")) {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { return nil }
            unread.append(more)
        }
        let parts = unread.split(separator: UInt8(ascii: "\n"), maxSplits: 1, omittingEmptySubsequences: false)
        unread = Data(parts[1])
        return String(decoding: parts[0], as: UTF8.self)
    }
}
