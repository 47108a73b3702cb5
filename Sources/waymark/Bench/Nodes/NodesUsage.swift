#if Postgres
    import Foundation
    import Storage

    /// What gateways and their server had used at one moment.
    struct NodesUsage {
        private let gateways: Double
        private let server: Double?
        private let reading: PostgresMeter.Reading
        private var commits = (groups: 0, members: 0, held: 0.0)

        init(_ servers: [ServerUnderTest], _ meter: PostgresMeter) throws {
            gateways = servers.reduce(0) { $0 + $1.processorTime }
            server = Self.serverTime(Int32(clamping: try meter.process()))
            reading = try meter.reading()
            for server in servers {
                let own = try server.commits()
                commits = (commits.groups + own.groups, commits.members + own.members, commits.held + own.held)
            }
        }

        /// What one of some turns has used since an earlier moment.
        func since(_ start: NodesUsage, turns: Double) -> TurnUsage {
            let groups = Double(max(1, commits.groups - start.commits.groups))
            let serverTime: Double? = server.flatMap { end in start.server.map { (end - $0) / turns } }
            return TurnUsage(
                processor: (gateways - start.gateways) / turns, postgres: serverTime,
                log: Double(reading.log - start.reading.log) / turns,
                transactions: Double(reading.transactions - start.reading.transactions) / turns,
                group: Double(commits.members - start.commits.members) / groups,
                held: (commits.held - start.commits.held) / turns)
        }

        /// Seconds that all processes of the server have used; nil where it is not on this machine.
        private static func serverTime(_ process: Int32) -> Double? {
            let name = try? String(contentsOfFile: "/proc/\(process)/comm", encoding: .utf8)
            guard name?.hasPrefix("postgres") == true, let backend = ProcessorTime(of: process) else { return nil }
            return ProcessorTime.ofFamily(backend.parent)
        }
    }
#endif
