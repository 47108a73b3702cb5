#if Postgres
    import Dispatch
    import Expressions
    import Synchronization

    /// A PostgreSQL database: one connection of each node writes, some read beside it.
    final class PostgresEngine: Engine {
        private typealias Job = @Sendable (PostgresLane) -> Void

        private struct Readers {
            var idle: [PostgresLane]
            var waiting: [Job] = []
            var isClosed = false
        }

        /// Seconds that a transaction may be silent. Everybody waits for one that writes: a gateway that died in the midst
        /// must not hold up the others for long.
        static let (writing, reading) = (5, 60)

        private let settings: PostgresSettings
        /// What blocks its thread for long, because whole partitions are read.
        private let upkeep = DispatchQueue(label: "store.upkeep")
        private let writer: PostgresLane
        private let all: [PostgresLane]
        private let readers: Mutex<Readers>
        private let listener: PostgresListener

        init(_ settings: PostgresSettings) {
            self.settings = settings
            writer = PostgresLane(
                settings, label: "writer", idle: Self.writing, patience: settings.lockWait + settings.silence,
                findsByKeys: true)
            all = (1...max(settings.readers, 1)).map { number in
                PostgresLane(settings, label: "reader \(number)", idle: Self.reading, patience: settings.readWait)
            }
            readers = Mutex(Readers(idle: all))
            listener = PostgresListener(settings)
        }

        func read<Value: Sendable>(
            _ body: @escaping @Sendable (any Connection) throws(StoreFault) -> Value
        ) async throws(StoreFault) -> Value {
            guard !readers.withLock(\.isClosed) else { throw .closed }
            let lane = await reader()
            defer { release(lane) }
            let wasBroken = lane.isBroken
            do throws(StoreFault) {
                return try await lane.perform { (connection) throws(StoreFault) in try connection.reading(body) }
            } catch {
                // Reading again does no harm where the server went away since it was read last.
                guard lane.isBroken, !wasBroken else { throw error }
                return try await lane.perform { (connection) throws(StoreFault) in try connection.reading(body) }
            }
        }

        func write(_ body: @escaping @Sendable (Result<any Connection, StoreFault>) -> Void) {
            writer.perform(body)
        }

        /// What reads may be connected while what writes is not, so that one is asked for, too.
        func check() async throws(StoreFault) {
            if let trouble = writer.trouble {
                writer.connect()
                throw trouble
            }
            _ = try await read { (database) throws(StoreFault) in
                try Query(database, "SELECT 1").first { $0.integer(0) }
            }
        }

        /// The server itself looks at each page that it reads; here is asked what it found.
        func inspect() async throws(StoreFault) {
            let failures = try await read { (database) throws(StoreFault) in
                try Query(database, PostgresSQL.failures).first { $0.integer(0) } ?? 0
            }
            guard failures == 0 else {
                throw StoreFault(.damaged, "the database has \(failures) damaged pages: restore it from a backup")
            }
        }

        /// What was erased goes from the tables with PostgreSQL's own vacuum, and from its log as that is written over.
        func scrub(erasedAt last: Int64?) async {}

        func dropPartitions(_ kept: KeptTexts, at now: Timestamp) async throws(StoreFault) -> DroppedTexts {
            let settings = settings
            let result: Result<DroppedTexts, StoreFault> = await withCheckedContinuation { continuation in
                upkeep.async {
                    let result: Result<DroppedTexts, StoreFault>
                    do throws(StoreFault) {
                        let dropping = try PartitionDropping(settings)
                        result = .success(try dropping.run(kept, days: settings.partitions.days, at: now))
                    } catch {
                        result = .failure(error)
                    }
                    continuation.resume(returning: result)
                }
            }
            return try result.get()
        }

        var grace: Int64 { Int64(settings.partitions.grace) * 86_400 }

        func listen(_ act: @escaping @Sendable () -> Void) {
            listener.listen(act)
        }

        func close() async {
            listener.close()
            readers.withLock { $0.isClosed = true }
            await writer.close()
            for lane in all { await lane.close() }
        }

        private func reader() async -> PostgresLane {
            await withCheckedContinuation { continuation in
                let lane: PostgresLane? = readers.withLock { readers in
                    if let lane = readers.idle.popLast() { return lane }
                    readers.waiting.append { continuation.resume(returning: $0) }
                    return nil
                }
                if let lane { continuation.resume(returning: lane) }
            }
        }

        private func release(_ lane: PostgresLane) {
            let next: Job? = readers.withLock { readers in
                if readers.waiting.isEmpty {
                    readers.idle.append(lane)
                    return nil
                }
                return readers.waiting.removeFirst()
            }
            next?(lane)
        }
    }
#endif
