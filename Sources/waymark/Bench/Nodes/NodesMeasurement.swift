#if Postgres
    import Foundation
    import Sealing
    import Storage

    /// Runs gateways, and pgbench, on a PostgreSQL database, by turns.
    struct NodesMeasurement {
        let postgres: String
        let connections: Int
        let seconds: Double
        let folder: String
        let config: String
        /// People who are there before.
        let people: Int

        /// - Parameters:
        ///   - nodes: The most gateways.
        ///   - rounds: How often each number of gateways is measured.
        func run(nodes: Int, rounds: Int) async throws -> NodesFigures {
            let name = "bench-\(ProcessInfo.processInfo.processIdentifier)"
            let data = "\(folder)/\(name)"
            try FileManager.default.createDirectory(atPath: data, withIntermediateDirectories: true)
            let (own, other) = (settings(name), settings(name + "-pgbench"))
            defer {
                try? SQLStore.dropSchema(own)
                try? SQLStore.dropSchema(other)
                try? FileManager.default.removeItem(atPath: data)
            }
            for place in [own, other] { try await SQLStore(postgres: place, keys: KeyRing(.random())).close() }
            let meter = try PostgresMeter(own)
            let empty = try meter.holdings()
            try meter.run(NodesCrowd.sql(people))
            let crowd = try meter.holdings()
            let rival = try PgbenchConversation(other, connections: connections, folder: data)
            var runs = Array(repeating: [NodesRun](), count: nodes)
            var pgbench: [PgbenchRun] = []
            for round in 0...rounds {
                for count in 1...nodes {
                    let run = try measure(count, own, data: data, meter)
                    // The first round only makes people known and files warm.
                    if round > 0 { runs[count - 1].append(run) }
                }
                if let run = try measure(rival, meter), round > 0 { pgbench.append(run) }
            }
            return NodesFigures(
                connections: connections, gateways: runs.enumerated().map { NodesLine(nodes: $0 + 1, $1) },
                pgbench: pgbench.isEmpty ? nil : PgbenchLine(pgbench), stored: try stored(meter, since: (empty, crowd)))
        }

        private func settings(_ schema: String) -> PostgresSettings {
            var settings = PostgresSettings(postgres)
            settings.schema = schema
            return settings
        }

        private func measure(
            _ count: Int, _ place: PostgresSettings, data: String, _ meter: PostgresMeter
        ) throws -> NodesRun {
            let servers = try (0..<count).map { _ in
                try ServerUnderTest(
                    data: data, config: config,
                    database: ["--postgres", postgres, "--schema", place.schema, "--nodes", "\(count)"])
            }
            defer { for server in servers { server.stop() } }
            let load = LoadGenerator(
                ports: servers.map(\.port), connections: connections, rate: nil, seconds: seconds)
            let before = try NodesUsage(servers, meter)
            let result = try load.run()
            let after = try NodesUsage(servers, meter)
            let used = after.since(before, turns: Double(max(1, result.answers)))
            return NodesRun(
                perSecond: result.perSecond, p50: result.percentile(50), p99: result.percentile(99),
                busy: Double(result.busy) / Double(max(1, result.answers)), used: used)
        }

        private func measure(_ rival: PgbenchConversation, _ meter: PostgresMeter) throws -> PgbenchRun? {
            let before = try NodesUsage([], meter)
            guard let perSecond = try rival.run(seconds: seconds) else { return nil }
            let after = try NodesUsage([], meter)
            let used = after.since(before, turns: max(1, perSecond * seconds))
            return PgbenchRun(perSecond: perSecond, used: used)
        }

        private func stored(
            _ meter: PostgresMeter, since before: (empty: PostgresMeter.Holdings, crowd: PostgresMeter.Holdings)
        ) throws -> StoredFigures {
            let full = try meter.holdings()
            return StoredFigures(
                people: full.people, turns: full.turns,
                perPerson: Double(full.peopleBytes - before.empty.peopleBytes) / Double(max(1, full.people)),
                perTurn: Double(full.otherBytes - before.crowd.otherBytes) / Double(max(1, full.turns)))
        }
    }
#endif
