#if Postgres
    import Conversation
    import Delivery
    import Dispatch
    import Expressions
    import Sealing
    import Synchronization
    import TestSupport
    import Testing

    @testable import Storage

    /// Two stores on one database write beside each other, as long as they are about different people.
    @Suite(.enabled(if: PostgresPlace.isThere, "WAYMARK_TEST_POSTGRES names no server"), .timeLimit(.minutes(2)))
    struct PostgresCompanyTests {
        private let place = PostgresPlace()
        private let keys = KeyRing(.random())
        private let (one, other): (SQLStore, SQLStore)

        init() throws {
            var settings = place.settings
            settings.lockWait = 120  // whoever waits here waits for the test
            one = try SQLStore(postgres: settings, keys: keys)
            other = try SQLStore(postgres: settings, keys: keys)
        }

        @Test func `whoever writes about one keeps nobody waiting who writes about another`() async throws {
            for person in 1...2 { try await advance(one, person) }
            let gate = Gate()
            async let slow: Void = advance(one, 1, through: gate)
            await gate.reached()
            try await advance(other, 2)
            gate.open()
            try await slow
            #expect(try await turns(of: 1) == 2)
            #expect(try await turns(of: 2) == 2)
            #expect(one.statistics.redone == 0 && other.statistics.redone == 0)
            await close()
        }

        @Test func `turns of one person come one after the other, and each sees the one before`() async throws {
            try await advance(one, 1)
            _ = try await turns(of: 1, in: other)
            let gate = Gate()
            async let first: Void = advance(one, 1, through: gate)
            await gate.reached()
            async let second: Void = advance(other, 1)
            try await wait(for: Self.lock("hashint8extended(1, 'writers'::regclass::oid::bigint)"))
            gate.open()
            _ = try await (first, second)
            #expect(try await turns(of: 1) == 3)
            #expect(one.statistics.redone == 0 && other.statistics.redone == 0)
            await close()
        }

        @Test func `somebody new who comes to both at once is one person`() async throws {
            let gate = Gate()
            async let first: Void = advance(one, 1, through: gate)
            await gate.reached()
            async let second: Void = advance(other, 1)
            let fingerprint = Self.address(1).fingerprint.map { String($0, radix: 16) }.joined()
            try await wait(for: Self.lock("hashtextextended('\(fingerprint)', 'writers'::regclass::oid::bigint)"))
            gate.open()
            _ = try await (first, second)
            #expect(try await turns(of: 1) == 2)
            #expect(try place.run("SELECT count(*) FROM persons WHERE id > 0") == "1")
            #expect(other.statistics.redone == 1)
            await close()
        }

        @Test func `whoever may be about anybody waits for all, and all for it`() async throws {
            for person in 1...2 { try await advance(one, person) }
            let gate = Gate()
            async let turn: Void = advance(one, 1, through: gate)
            await gate.reached()
            async let mark = other.mark("name", [1])
            try await wait(for: "relation = 'writers'::regclass")
            async let behind: Void = advance(one, 2)
            gate.open()
            _ = try await (turn, mark, behind)
            #expect(try await turns(of: 2) == 2)
            await close()
        }

        @Test func `a turn that reaches further is done anew, alone, and so are those with it`() async throws {
            for person in 1...2 { try await advance(one, person) }
            let redone = one.statistics.redone
            _ = try await one.advance(Self.arrival(1, key: nil)) { snapshot in
                var turn = Self.next(snapshot).turn
                turn.cases = [OpenedCase(number: snapshot.caseNumber, topic: "pay", note: "", step: "main#menu")]
                return Decision(turn: turn)
            }
            #expect(one.statistics.redone == redone + 1)
            #expect(try place.run("SELECT count(*) FROM cases") == "1")
            #expect(try await turns(of: 1) == 2)
            await close()
        }

        /// <https://www.postgresql.org/docs/current/errcodes-appendix.html>
        @Test(arguments: ["40P01", "53200"])
        func `a group that met a deadlock, or had no room for its locks, is done anew`(code: String) async throws {
            try await advance(one, 1)
            try place.run(
                """
                CREATE SEQUENCE lines;
                CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    IF nextval('lines') = 1 THEN RAISE EXCEPTION 'not now' USING ERRCODE = '\(code)'; END IF;
                    RETURN NEW;
                END $$;
                CREATE TRIGGER fail_once BEFORE INSERT ON transcript FOR EACH ROW EXECUTE FUNCTION fail_once()
                """)
            try await advance(one, 1)
            #expect(one.statistics.redone == 1)
            #expect(try await turns(of: 1) == 2)
            #expect(try place.run("SELECT count(*) FROM transcript") == "2")
            await close()
        }

        @Test func `a statement that is not known to be harmless is refused beside others`() async throws {
            let connection = PostgresConnection(link: try PostgresLink(place.settings))
            try connection.begin(.beside)
            _ = try connection.hold([1], Reach())
            #expect(throws: PostgresHeld.alone) { try Query(connection, "DELETE FROM timers").run() }
            #expect(throws: PostgresHeld.alone) { try connection.require(2, nil) }
            #expect(throws: PostgresHeld.alone) { try connection.require(nil, [1]) }
            try connection.require(1, nil)
            connection.rollBack()
            try connection.begin(.alone)
            _ = try connection.hold([], nil)
            try Query(connection, "DELETE FROM timers").run()
            try connection.commit()
            await close()
        }

        /// What changes outside of any group is not noticed as long as it is remembered: so it shows what is.
        @Test func `whom another wrote about is read anew, and everybody else is remembered`() async throws {
            for person in 1...2 { try await advance(one, person) }
            _ = try await turns(of: 1, in: other)
            try await advance(one, 2)
            try place.run("UPDATE sessions SET ended_at = 1, outcome = 'finished', silence_at = NULL, state = NULL")
            #expect(try await turns(of: 1) == 1, "remembered as another group only read her")
            #expect(try await turns(of: 1, in: other) == 1)
            try await advance(other, 2)
            #expect(try await turns(of: 2) == 1, "read anew")
            #expect(try await turns(of: 1) == 1)
            _ = try await other.mark("name", [1])
            #expect(try await turns(of: 1) == 1, "remembered as a mark is nobody's")
            try await advance(other, 3, opensCase: true)
            #expect(try await turns(of: 1) == 0, "read anew after a case, which is written alone")
            await close()
        }

        @Test func `a guest of one who begins a session at another is no guest any more`() async throws {
            for person in 1...2 { try await advance(one, person) }
            try await visit(one, 1)
            #expect(try await one.forgetGuests(at: Timestamp(milliseconds: 9_000), limit: 9) == 1)
            try await advance(other, 3)
            try await visit(one, 2)
            try await advance(other, 2)
            #expect(try await one.forgetGuests(at: Timestamp(milliseconds: 9_000), limit: 9) == 0)
            #expect(try await turns(of: 2) == 1)
            await close()
        }

        @Test func `what gateways leave for each other is taken away in time`() async throws {
            for _ in 0...1_100 { try await advance(one, 1) }
            #expect(try place.run("SELECT count(*) FROM groups") == "1100", "the first was about nobody yet")
            try await advance(other, 2)
            _ = try await one.mark("name", [1])
            #expect(try place.run("SELECT count(*) FROM groups") == "1")
            #expect(try await turns(of: 2) == 1)
            #expect(try await turns(of: 1, in: other) == 1_101)
            await close()
        }

        /// Turns, messages, what became of them, and cases, of a few people and at both: nothing is lost, nothing counted twice.
        @Test(arguments: 1...3 as ClosedRange<UInt64>)
        func `whatever comes to both at once is kept as if it had come one by one`(seed: UInt64) async throws {
            let (people, count) = (5, 240)
            var random = SplitMix64(seed: seed)
            let picks = (0..<count).map { _ in
                (
                    person: Int.random(in: 1...people, using: &random), isOther: Bool.random(using: &random),
                    kind: Int.random(in: 0..<12, using: &random)
                )
            }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (number, pick) in picks.enumerated() {
                    let store = pick.isOther ? other : one
                    group.addTask {
                        switch pick.kind {
                        case 0: _ = try await store.mark("mark \(number)", [1])
                        case 1...3: try await send(store, failing: number.isMultiple(of: 3))
                        default: try await advance(store, pick.person, key: number, opensCase: pick.kind == 4)
                        }
                    }
                }
                try await group.waitForAll()
            }
            while try await send(one, failing: false) > 0 {}
            let advanced = picks.filter { $0.kind > 3 }
            for person in Set(advanced.map(\.person)) {
                #expect(try await turns(of: person) == advanced.count { $0.person == person })
            }
            #expect(try place.run("SELECT count(*) FROM cases") == "\(advanced.count { $0.kind == 4 })")
            #expect(try place.run("SELECT max(number) FROM cases") == "\(advanced.count { $0.kind == 4 })")
            #expect(try place.run("SELECT count(*) FROM outbox WHERE settled_at IS NOT NULL") == "\(advanced.count)")
            #expect(try place.run("SELECT sum(total) FROM message_counts") == "\(advanced.count)")
            #expect(
                try place.run("SELECT sum(total) FROM message_counts WHERE fate = 'dead'")
                    == place.run("SELECT nullif(count(*), 0) FROM outbox WHERE dead_reason IS NOT NULL"))
            let silent = "dead_reason IS NULL AND status IS DISTINCT FROM 'delivered'"
            #expect(try place.run("SELECT count(*) FROM outbox WHERE \(silent)") == "0")
            #expect(try place.run("SELECT count(*) FROM transcript") == "\(advanced.count)")
            await close()
        }

        private func close() async {
            await one.close()
            await other.close()
        }

        /// A lock by its number, as `pg_locks` has it.
        private static func lock(_ number: String) -> String {
            "locktype = 'advisory' AND classid::bigint << 32 | objid::bigint = \(number)"
        }

        /// Comes back when somebody waits for a lock.
        private func wait(for lock: String) async throws {
            let link = try PostgresLink(place.settings, isPipelined: false)
            for _ in 0..<50_000 {
                let count = try link.execute("SELECT count(*) FROM pg_locks WHERE NOT granted AND \(lock)")
                if count.text(0, 0) == "1" { return }
                await Task.yield()
            }
            Issue.record("nobody waits for \(lock)")
        }

        private func advance(
            _ store: SQLStore, _ person: Int, key: Int? = nil, through gate: Gate? = nil, opensCase: Bool = false
        ) async throws {
            _ = try await store.advance(Self.arrival(person, key: key)) { snapshot in
                gate?.pass()
                let next = Self.next(snapshot)
                var turn = next.turn
                if opensCase {
                    turn.cases = [OpenedCase(number: snapshot.caseNumber, topic: "pay", note: "", step: "main#menu")]
                }
                guard key != nil else { return Decision(turn: turn, answer: next.answer) }
                return Decision(
                    turn: turn, answer: next.answer, outgoing: [OutboxDraft(channel: "sms", text: "hello")],
                    silenceAt: Timestamp(milliseconds: 9_000))
            }
        }

        /// Whatever session she is in ends, and she is remembered for a while.
        private func visit(_ store: SQLStore, _ person: Int) async throws {
            _ = try await store.advance(Self.arrival(person, key: nil)) { snapshot in
                var turn = Turn(person: snapshot.person, session: nil)
                turn.isBeginning = true
                turn.outcome = .finished
                turn.guestUntil = Timestamp(milliseconds: 8_000)
                return Decision(turn: turn)
            }
        }

        /// Takes what is due, and settles it; of every other message a report comes at the same time. Returns how many.
        @discardableResult private func send(_ store: SQLStore, failing: Bool) async throws -> Int {
            let rows = try await store.claimOutbox(rooms: ["sms": 4], at: Timestamp(milliseconds: 5_000), lease: 60_000)
            let results = rows.map { row in
                let parts = failing ? [] : [AcceptedPart(number: 1, providerID: "id \(row.id.rawValue)")]
                return OutboxResult(
                    id: row.id, action: failing ? .dead(.exhausted(code: nil)) : .sent, parts: parts,
                    at: Timestamp(milliseconds: 6_000))
            }
            async let settled: Void = store.settleOutbox(results)
            for row in rows where !failing {
                let report = DeliveryReport(
                    channel: "sms", reference: nil, providerID: "id \(row.id.rawValue)", status: .delivered,
                    at: Timestamp(milliseconds: 7_000))
                _ = try await (row.id.rawValue.isMultiple(of: 2) ? one : other).recordReport(report)
            }
            try await settled
            return rows.count
        }

        private func turns(of person: Int, in store: SQLStore? = nil) async throws -> Int {
            let seen = Mutex(0)
            _ = try await (store ?? one).advance(Self.arrival(person, key: nil)) { snapshot in
                seen.withLock { $0 = Self.turns(in: snapshot.session) }
                return Decision(turn: Turn(person: snapshot.person, session: snapshot.session))
            }
            return seen.withLock { $0 }
        }

        private static func address(_ person: Int) -> AddressKey {
            AddressKey(fingerprint: Array("fingerprint \(person)".utf8), number: "+25471200000\(person)")
        }

        private static func arrival(_ person: Int, key: Int?) -> Arrival {
            Arrival(
                key: key.map { Array("key \($0)".utf8) }, subject: .address(address(person), channel: "sms"),
                at: Timestamp(milliseconds: 1_000))
        }

        private static func turns(in session: Session?) -> Int {
            guard case .text(let count)? = session?.journal.last?.value else { return 0 }
            return Int(count) ?? 0
        }

        /// One more turn of whatever session there is.
        private static func next(_ snapshot: Snapshot) -> Decision {
            let session = Session(
                revision: RevisionID("0123456789abcdef"), language: "en", kind: .sms,
                startedAt: Timestamp(milliseconds: 1_000), lastAt: Timestamp(milliseconds: 1_000),
                frames: [Frame(id: 0, step: "main#menu")], nextFrame: 1,
                journal: [Assignment(frame: 0, name: "turns", value: .text("\(turns(in: snapshot.session) + 1)"))])
            var turn = Turn(person: snapshot.person, session: session)
            turn.isBeginning = snapshot.session == nil
            turn.input = "hello"
            turn.step = "main#menu"
            return Decision(turn: turn, answer: [1])
        }
    }

    /// Where a decision stops until it is let go on.
    private final class Gate: Sendable {
        private let (arrived, opened) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))

        func pass() {
            arrived.signal()
            if opened.wait(timeout: .now() + 60) == .timedOut { Issue.record("nobody opened the gate") }
            opened.signal()
        }

        func reached() async {
            await withCheckedContinuation { continuation in
                DispatchQueue.global().async { [arrived] in
                    arrived.wait()
                    continuation.resume()
                }
            }
        }

        func open() { opened.signal() }
    }
#endif
