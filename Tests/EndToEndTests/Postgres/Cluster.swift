import Foundation
import Testing

/// A PostgreSQL server of a test's own, in a folder that goes with it. It listens on a socket of that folder only.
final class Cluster: Sendable {
    /// Where PostgreSQL's own programs are: beside `pg_ctl` of the newest version; nil where this machine has none, or
    /// nobody whom the server lets start it (it refuses root).
    static let tools: String? = {
        let root = "/usr/lib/postgresql"
        let versions = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []).compactMap(Int.init)
            .sorted()
        let folders = versions.reversed().map { "\(root)/\($0)/bin" } + ["/usr/local/pgsql/bin", "/usr/local/bin"]
        guard getuid() != 0 || getpwnam("postgres") != nil else { return nil }
        return folders.first { folder in
            ["initdb", "pg_ctl", "pg_basebackup", "psql"].allSatisfy {
                FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)")
            }
        }
    }()
    static let whyNot: Comment = "there is no PostgreSQL server on this machine: install the package 'postgresql'"

    /// Why a program of PostgreSQL did not do its work.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let folder: String
    private let options: String

    /// Makes a server and starts it.
    ///
    /// - Parameter options: What `postgres` is told beside where it listens.
    init(options: String = "") throws {
        (folder, self.options) = (try Self.makeFolder(), options)
        // What is not on the disk is lost with the power, and no test takes that away.
        try Self.run(
            Self.asOwner("\(Self.tool("initdb")) -D \(data) -U waymark -A trust --no-sync --data-checksums"), in: folder
        )
        try Self.run(start, in: folder)
    }

    /// Makes a server that follows another, and starts it.
    init(following other: Cluster) throws {
        (folder, options) = (try Self.makeFolder(), "")
        try Self.run(
            Self.asOwner(
                "\(Self.tool("pg_basebackup")) -D \(data) -d '\(other.address) application_name=follower' -R -X stream "
                    + "--no-sync -c fast"), in: folder)
        try Self.run(start, in: folder)
    }

    deinit {
        _ = try? Self.run(stop, in: folder)
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Where it is, in libpq's words.
    var address: String { "host=\(folder) user=waymark dbname=postgres" }
    /// Where its socket is.
    var socket: String { "\(folder)/.s.PGSQL.5432" }

    /// The commands of a shell that end it as a power failure does, start it, and let it follow no more.
    var stop: String { Self.asOwner("\(Self.tool("pg_ctl")) -D \(data) -m immediate -w stop") }
    var start: String {
        let options = "-k \(folder) -c listen_addresses= -c fsync=off -c max_wal_senders=4 \(options)"
        let start = Self.asOwner("\(Self.tool("pg_ctl")) -D \(data) -l \(folder)/log -w -o \"\(options)\" start")
        return "bash -c '\(Self.lettingGo); exec \(start)'"
    }
    var promote: String { Self.asOwner("\(Self.tool("pg_ctl")) -D \(data) -w promote") }

    /// The command of a shell that runs SQL.
    func command(_ sql: String) -> String { "\(Self.tool("psql")) -X -q -v ON_ERROR_STOP=1 '\(address)' -c \"\(sql)\"" }

    /// Runs SQL; returns what it gave, as text.
    @discardableResult func query(_ sql: String) throws -> String {
        try Self.run("\(Self.tool("psql")) -X -q -A -t -v ON_ERROR_STOP=1 '\(address)' -c \"\(sql)\"", in: folder)
    }

    /// Closes what bash was given beside its three streams: whoever started it waits until nobody has that any more, and the
    /// server has it for all its life.
    private static let lettingGo =
        "for f in /proc/$$/fd/*; do n=${f##*/}; if [ $n -gt 2 ]; then eval \"exec $n>&-\"; fi; done"

    private var data: String { folder + "/data" }

    private static func tool(_ name: String) -> String { (tools ?? "") + "/" + name }

    private static func makeFolder() throws -> String {
        let folder = NSTemporaryDirectory() + "cluster-" + UUID().uuidString.prefix(8)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if getuid() == 0 { try run("chown postgres \(folder)", in: folder) }
        return folder
    }

    /// As root a command is run as the user whom PostgreSQL's packages make for it.
    private static func asOwner(_ command: String) -> String {
        getuid() == 0 ? "runuser -u postgres -- \(command)" : command
    }

    @discardableResult private static func run(_ command: String, in folder: String) throws -> String {
        let output = "\(folder)/output-\(UUID().uuidString)"
        try Data().write(to: URL(filePath: output))
        defer { try? FileManager.default.removeItem(atPath: output) }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
        process.standardError = process.standardOutput
        try process.run()
        process.waitUntilExit()
        let text = try String(contentsOfFile: output, encoding: .utf8)
        guard process.terminationStatus == 0 else { throw Failure(description: "\(command): \(text)") }
        return text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
