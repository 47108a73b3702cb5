#if Postgres
    import Dispatch
    import Synchronization

    /// One connection and the queue that it is used on. A connection that broke is made anew when it is wanted next, but not
    /// more often than a growing pause allows: meanwhile whoever wants it learns at once why there is none.
    final class PostgresLane: Sendable {
        private struct State {
            var link: PostgresLink?
            var failures = 0
            var refused: (fault: StoreFault, until: ContinuousClock.Instant)?
        }

        /// The longest pause between two tries to connect.
        private static let longestPause = Duration.seconds(5)

        private let settings: PostgresSettings
        private let idle: Int
        private let patience: Int
        private let findsByKeys: Bool
        private let queue: DispatchQueue
        private let state = Mutex(State())
        private let lastFault = Mutex<StoreFault?>(nil)

        /// - Parameters:
        ///   - idle: Seconds after which the server ends a transaction in which it hears nothing more.
        ///   - patience: Seconds that the server may be silent while an answer is due.
        ///   - findsByKeys: Whether its statements find a few rows each, by what has an index.
        init(_ settings: PostgresSettings, label: String, idle: Int, patience: Int, findsByKeys: Bool = false) {
            self.settings = settings
            self.idle = idle
            self.patience = patience
            self.findsByKeys = findsByKeys
            queue = DispatchQueue(label: "store." + label)
        }

        /// Does something with the connection after whatever was asked before; returns at once.
        func perform(_ body: @escaping @Sendable (Result<any Connection, StoreFault>) -> Void) {
            queue.async { [self] in
                state.withLock { state in
                    do throws(StoreFault) {
                        body(.success(PostgresConnection(link: try link(&state))))
                    } catch {
                        body(.failure(error))
                    }
                }
            }
        }

        /// Has the connection made anew if it is not there; returns at once.
        func connect() {
            perform { (_: Result<any Connection, StoreFault>) in }
        }

        /// Does something with the connection and waits for it.
        func perform<Value: Sendable>(
            _ body: @escaping @Sendable (PostgresConnection) throws(StoreFault) -> Value
        ) async throws(StoreFault) -> Value {
            let result: Result<Value, StoreFault> = await withCheckedContinuation { continuation in
                queue.async { [self] in
                    let result = state.withLock { (state) -> Result<Value, StoreFault> in
                        do throws(StoreFault) {
                            return .success(try body(PostgresConnection(link: try link(&state))))
                        } catch {
                            return .failure(error)
                        }
                    }
                    continuation.resume(returning: result)
                }
            }
            return try result.get()
        }

        /// Whether the connection is there and answers, as far as is known.
        var isBroken: Bool { state.withLock { $0.link?.isBroken ?? true } }

        /// Why there is no connection, nil where there is one, as far as is known.
        var trouble: StoreFault? { lastFault.withLock { $0 } }

        /// Closes the connection after whatever was asked before.
        func close() async {
            await withCheckedContinuation { continuation in
                queue.async { [self] in
                    state.withLock { $0.link = nil }
                    continuation.resume()
                }
            }
        }

        private func link(_ state: inout State) throws(StoreFault) -> PostgresLink {
            if let link = state.link, !link.isBroken { return link }
            state.link = nil
            if let refused = state.refused, refused.until > .now { throw refused.fault }
            do {
                let link = try PostgresLink(settings, idle: idle, patience: patience, findsByKeys: findsByKeys)
                (state.link, state.failures, state.refused) = (link, 0, nil)
                lastFault.withLock { $0 = nil }
                return link
            } catch {
                lastFault.withLock { $0 = error }
                state.failures += 1
                let pause = min(.milliseconds(50 << min(state.failures, 10)), Self.longestPause)
                state.refused = (error, .now + pause)
                throw error
            }
        }
    }
#endif
