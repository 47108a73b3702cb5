#if Postgres
    import CPostgres
    import Glibc

    /// A connection by libpq, in its pipeline mode: what gives no rows is sent and not waited for, so that a turn costs a few
    /// journeys to the server and not one for each of its statements.
    /// <https://www.postgresql.org/docs/current/libpq-pipeline-mode.html>
    final class PostgresLink {
        /// What was sent and has not been answered yet.
        private enum Awaited {
            /// With who asked for its rows and goes for them later.
            case statement(PostgresStatement?)
            /// A preparation; without its answer the statement is not known to the server.
            case preparation(PostgresStatement, [Oid])
        }

        /// Statements and bytes that may be under way: as much as fits in what sockets hold, or both ends would wait for
        /// each other.
        private static let (mostAwaited, mostBytes) = (256, 65_536)
        /// Statements after which those that were sent go on their way, so that the server works meanwhile.
        private static let handful = 16

        let pointer: OpaquePointer
        private var statements: [String: PostgresStatement] = [:]
        private var prepared = 0
        /// Numbers of rows that were taken and not used yet.
        let numbers = Numbers()
        /// Whom the transaction is about that is written beside others; nil where none is.
        var held: PostgresHeld?
        /// Whether messages were written that may count otherwise now.
        var hasSettled = false
        /// Whether the transaction wrote what others may remember.
        var hasTouched = false
        /// What others wrote, and what is told them.
        var groups = PostgresGroups()
        /// Rows that wait for others.
        private lazy var piles = PostgresPile.all(of: self)
        private var awaited: [Awaited] = []
        private var sentBytes = 0
        /// How many rows the last statement wrote that was answered.
        private var lastChanges = 0
        /// Why nothing more can be sent in this transaction.
        private var fault: StoreFault?
        /// Seconds that the server may be silent while an answer is due; nil for ever.
        private let patience: Int?
        /// Whether it is of no use any more although the network still carries it.
        private var isGivenUp = false

        /// - Parameters:
        ///   - isPipelined: False for a connection that only `execute`s.
        ///   - idle: Seconds after which the server ends a transaction in which it hears nothing more.
        ///   - patience: Seconds that the server may be silent while an answer is due; nil for ever, as changes of the schema
        ///     may take long.
        ///   - findsByKeys: Whether its statements find a few rows each, by what has an index.
        init(
            _ settings: PostgresSettings, isPipelined: Bool = true, idle: Int = 60, patience: Int? = nil,
            findsByKeys: Bool = false
        ) throws(StoreFault) {
            pointer = try Self.connected(settings)
            self.patience = patience
            PQsetNoticeProcessor(pointer, { _, _ in }, nil)
            let schema = Self.quoted(settings.schema)
            // A server whose client's machine is gone keeps its locks until it asks for it: by itself only after hours.
            // A plan for all arguments that there may be: one for each would take longer to make, with an index of each
            // partition to weigh, than to run. Such a plan takes a tenth of a table for each limit: machine code would be made
            // for what reads a few rows, a hundred times as long as they take to read.
            // <https://www.postgresql.org/docs/current/jit-decision.html>
            let begin = """
                SET plan_cache_mode = force_generic_plan; SET jit = off; SET search_path TO \(schema);
                SET lock_timeout = '\(settings.lockWait)s'; SET idle_in_transaction_session_timeout = '\(idle)s';
                SET TimeZone = 'UTC'; SET tcp_keepalives_idle = 8; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 4
                """
            try execute(findsByKeys ? "\(begin); \(Self.byKeys)" : begin)
            if isPipelined, PQenterPipelineMode(pointer) != 1 { throw broken() }
        }

        /// A plan is as good as what the server knew of the tables when it was made: in a quiet hour, or of new ones, it would
        /// read all open sessions for a few people, and keep to that in the busiest.
        /// <https://www.postgresql.org/docs/current/runtime-config-query.html#RUNTIME-CONFIG-QUERY-ENABLE>
        private static let byKeys = "SET enable_seqscan = off; SET enable_mergejoin = off; SET enable_hashjoin = off"

        /// Runs statements without arguments, outside the pipeline. Returns what the last one gave, as text.
        @discardableResult func execute(_ sql: String) throws(StoreFault) -> PostgresResult {
            guard PQsendQuery(pointer, sql) == 1 else { throw broken() }
            var (last, failed): (PostgresResult?, PostgresResult?) = (nil, nil)
            while let result = try received() {
                if result.isFailure { failed = failed ?? result } else { last = result }
            }
            if let failed { throw failed.fault }
            guard let last else { throw broken() }
            return last
        }

        deinit {
            PQfinish(pointer)
        }

        /// Whether the server is gone, or cannot keep anything.
        var isBroken: Bool { isGivenUp || PQstatus(pointer) != CONNECTION_OK }

        func statement(_ sql: String) -> PostgresStatement {
            if let known = statements[sql] { return known }
            let pile = PostgresPile.place(of: sql).map { piles[$0] }
            let statement = PostgresStatement(
                PostgresDialect.translated(PostgresCompany.locking(sql)), of: self, pile: pile,
                hasCompany: PostgresCompany.statements.contains(sql))
            statements[sql] = statement
            return statement
        }

        /// Sends a statement with its arguments.
        ///
        /// - Parameters:
        ///   - column: What the statement is to give of each row that it writes; nil for nothing.
        ///   - isAsking: Whether its rows are gone for later.
        func send(
            _ statement: PostgresStatement, returning column: String? = nil, isAsking: Bool = false
        ) throws(StoreFault) {
            if let fault { throw fault }
            guard held == nil || statement.hasCompany else { throw PostgresHeld.alone }
            if statement.touches { hasTouched = true }
            if statement.settles, !hasSettled {
                hasSettled = true
                try send(self.statement(PostgresSQL.gatherCounts))
            }
            for pile in piles where pile.rows > 0 && statement.tables & pile.table != 0 { try write(pile) }
            if awaited.count >= Self.mostAwaited || sentBytes >= Self.mostBytes { _ = try answers() }
            let arguments = statement.arguments
            let name = try self.name(of: statement, arguments.types, returning: column)
            let isSent = arguments.withPointers { pointers, lengths, formats in
                PQsendQueryPrepared(pointer, name, Int32(pointers.count), pointers, lengths, formats, 1)
            }
            guard isSent == 1 else { throw broken() }
            awaited.append(.statement(isAsking ? statement : nil))
            if awaited.count.isMultiple(of: Self.handful), PQflush(pointer) < 0 { throw broken() }
            sentBytes += arguments.size
        }

        /// Sends a statement and waits for its rows.
        func result(
            of statement: PostgresStatement, returning column: String? = nil
        ) throws(StoreFault) -> PostgresResult {
            try send(statement, returning: column)
            guard let result = try answers() else { throw broken() }
            return result
        }

        /// Puts a row with those that wait.
        func add(_ row: PostgresArguments, to pile: PostgresPile) throws(StoreFault) {
            if pile.add(row) { try write(pile) }
        }

        /// Sends all rows that wait.
        func writePiles() throws(StoreFault) {
            for pile in piles where pile.rows > 0 { try write(pile) }
        }

        func dropPiles() {
            for pile in piles { pile.drop() }
        }

        private func write(_ pile: PostgresPile) throws(StoreFault) {
            pile.take()
            defer { pile.statement.reset() }
            try send(pile.statement)
        }

        /// Waits for what was asked for.
        func wait() throws(StoreFault) { _ = try answers() }

        /// How many rows the last statement wrote.
        var changes: Int {
            get throws(StoreFault) {
                _ = try answers()
                return lastChanges
            }
        }

        /// Ends what was sent since the last time: the server goes on after a fault only here.
        func synchronize() throws(StoreFault) {
            guard PQpipelineSync(pointer) == 1 else { throw broken() }
            _ = try? answers(flush: false)
            var isEnd = false
            while !isEnd {
                guard let result = try received() else {
                    if isBroken { throw broken() }
                    continue
                }
                isEnd = result.status == PGRES_PIPELINE_SYNC
            }
            defer { fault = nil }
            if let fault { throw fault }
        }

        /// Whether a transaction is under way.
        var isInTransaction: Bool { PQtransactionStatus(pointer) != PQTRANS_IDLE }

        private func name(
            of statement: PostgresStatement, _ types: [Oid], returning column: String?
        ) throws(StoreFault) -> String {
            if let name = statement.names[types] { return name }
            prepared += 1
            let name = "s\(prepared)"
            let sql = column.map { "\(statement.sql) RETURNING \($0)" } ?? statement.sql
            guard PQsendPrepare(pointer, name, sql, Int32(types.count), types) == 1 else { throw broken() }
            statement.names[types] = name
            awaited.append(.preparation(statement, types))
            sentBytes += statement.sql.utf8.count
            return name
        }

        /// Waits for the answers to all that was sent. Returns the last one.
        private func answers(flush: Bool = true) throws(StoreFault) -> PostgresResult? {
            guard !awaited.isEmpty else {
                if let fault { throw fault }
                return nil
            }
            if flush, PQsendFlushRequest(pointer) != 1 || PQflush(pointer) < 0 { throw broken() }
            var last: PostgresResult?
            let awaited = awaited
            self.awaited.removeAll(keepingCapacity: true)
            sentBytes = 0
            for one in awaited {
                guard let result = try received() else { throw broken() }
                _ = try received()  // The end of this one's answer, which is nil.
                switch result.status {
                case PGRES_COMMAND_OK, PGRES_TUPLES_OK: break
                case PGRES_PIPELINE_ABORTED: forget(one)
                default:
                    forget(one)
                    if fault == nil { fault = isBroken ? broken() : result.fault }
                    if result.isOfStandby { isGivenUp = true }
                }
                if case .statement(let asker) = one {
                    asker?.take(result)
                    last = result
                    lastChanges = result.changes
                }
            }
            if let fault { throw fault }
            return last
        }

        private func forget(_ awaited: Awaited) {
            if case .preparation(let statement, let types) = awaited { statement.names[types] = nil }
        }

        /// The next answer; nil at the end of one. libpq alone would wait for ever where a proxy keeps a connection whose
        /// server is gone, or the server stands still: the network is in order then.
        private func received() throws(StoreFault) -> PostgresResult? {
            let start = ContinuousClock.now
            while let patience, PQisBusy(pointer) == 1 {
                if ContinuousClock.now - start > .seconds(patience) {
                    isGivenUp = true
                    let silence = StoreFault.unreachable("it has not answered for \(patience) seconds")
                    fault = silence
                    throw silence
                }
                var socket = pollfd(fd: PQsocket(pointer), events: Int16(POLLIN), revents: 0)
                poll(&socket, 1, Self.glance)
                guard PQconsumeInput(pointer) == 1 else { break }
            }
            return PQgetResult(pointer).map(PostgresResult.init)
        }

        /// Milliseconds between two looks for an answer: TLS may hold one that the socket does not tell of.
        private static let glance: Int32 = 50

        func broken() -> StoreFault {
            let fault = StoreFault.unreachable(String(cString: PQerrorMessage(pointer)))
            self.fault = fault
            return fault
        }
    }
#endif
