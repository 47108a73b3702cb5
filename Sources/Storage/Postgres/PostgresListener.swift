#if Postgres
    import CPostgres
    import Dispatch
    import Glibc
    import Synchronization

    /// Hears what other gateways on the same database tell, on a connection of its own. What was told while there was no
    /// connection is lost, so a new connection counts as news, too.
    /// <https://www.postgresql.org/docs/current/sql-notify.html>
    final class PostgresListener: Sendable {
        /// Milliseconds between two looks whether it is to end, and before it connects again.
        private static let glance: Int32 = 1_000

        private let settings: PostgresSettings
        private let queue = DispatchQueue(label: "store.listener")
        private let isClosed = Atomic(false)

        init(_ settings: PostgresSettings) {
            self.settings = settings
        }

        /// Calls whenever there is news, until it is closed.
        func listen(_ act: @escaping @Sendable () -> Void) {
            queue.async { [self] in
                while !isClosed.load(ordering: .relaxed) {
                    do {
                        try hear(act)
                    } catch {
                        poll(nil, 0, Self.glance)
                    }
                }
            }
        }

        func close() {
            isClosed.store(true, ordering: .relaxed)
        }

        private func hear(_ act: () -> Void) throws(StoreFault) {
            let link = try PostgresLink(settings, isPipelined: false, patience: settings.silence)
            try link.execute("LISTEN waymark")
            act()
            while !isClosed.load(ordering: .relaxed) {
                if try link.news(within: Self.glance).contains(settings.schema) { act() }
            }
        }
    }

    extension PostgresLink {
        /// Waits for what others tell.
        ///
        /// - Parameter limit: Milliseconds.
        /// - Returns: What each told; nothing where the time went by.
        fileprivate func news(within limit: Int32) throws(StoreFault) -> [String] {
            var socket = pollfd(fd: PQsocket(pointer), events: Int16(POLLIN), revents: 0)
            guard poll(&socket, 1, limit) > 0 else { return [] }
            guard PQconsumeInput(pointer) == 1 else { throw broken() }
            var news: [String] = []
            while let told = PQnotifies(pointer) {
                news.append(String(cString: told.pointee.extra))
                PQfreemem(told)
            }
            return news
        }
    }
#endif
