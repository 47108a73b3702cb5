#if Postgres
    import Foundation
    import Glibc
    import Storage

    /// The benchmark's conversation as pgbench holds it: four transactions, of the statements that a turn runs, with rows
    /// as long.
    struct PgbenchConversation {
        /// People of one connection.
        private static let people = 100

        private let settings: PostgresSettings
        private let connections: Int
        private let script: String

        /// Makes the people that it is about.
        init(_ settings: PostgresSettings, connections: Int, folder: String) throws {
            (self.settings, self.connections) = (settings, connections)
            script = folder + "/pgbench.sql"
            try Self.text.write(toFile: script, atomically: true, encoding: .utf8)
            try PostgresMeter(settings).run(NodesCrowd.sql(connections * Self.people))
        }

        /// Turns per second; nil where pgbench is not installed.
        func run(seconds: Double) throws -> Double? {
            let process = Process()
            let output = Pipe()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = [
                "pgbench", "--no-vacuum", "--protocol=prepared", "--client=\(connections)",
                "--time=\(max(1, Int(seconds.rounded())))", "--file=\(script)", settings.address,
            ]
            process.environment = ProcessInfo.processInfo.environment
                .merging(["PGOPTIONS": "-c search_path=\"\(settings.schema)\""]) { $1 }
            process.standardOutput = output
            try Self.withAllSignals { try process.run() }
            let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            // 127: env(1) found no such program.
            guard process.terminationStatus != 127 else { return nil }
            guard process.terminationStatus == 0, let rate = text.firstMatch(of: /tps = ([0-9.]+)/),
                let conversations = Double(rate.output.1)
            else { throw WrongUse("pgbench failed: \(text)") }
            return conversations * Double(BenchPack.answers.count + 1)
        }

        /// A process hears the signals that the thread heard which began it: pgbench ends by one, and threads of a pool hear
        /// none.
        private static func withAllSignals(_ body: () throws -> Void) rethrows {
            var all = sigset_t()
            var before = sigset_t()
            sigemptyset(&all)
            pthread_sigmask(SIG_SETMASK, &all, &before)
            defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
            try body()
        }
    }
#endif
