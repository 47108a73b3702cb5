#if Postgres
    extension PgbenchConversation {
        /// What pgbench runs: one conversation, each of whose turns is a transaction.
        static let text = """
            \\set person :client_id * 100 + random(1, 100)
            \\set at 1800000000000
            """
            + turn(begin, step: "main#start", moved: ["start"]) + turn(advance, step: "main#pay", moved: ["pay"])
            + turn(advance, step: "main#when", moved: ["when"]) + turn(end, step: "main#done", moved: ["done", "end"])

        /// The number of a request, which no other has, and the statements of a turn.
        private static func turn(_ session: String, step: String, moved: [String]) -> String {
            """

            \\set one random(1, 9000000000000000000)
            \\set two random(1, 9000000000000000000)
            BEGIN;
            \(find)
            INSERT INTO inbound_keys (key, at, answer)
            VALUES (int8send(:one) || int8send(:two), :at, \(bytes(220))) ON CONFLICT (key) DO NOTHING;
            \(session)
            \(moved.map { count($0) }.joined(separator: "\n"))
            INSERT INTO transcript (session, person, at, step, line, arrival)
            VALUES (:session, NULL, :at, '\(step)', \(bytes(160)), int8send(:one) || int8send(:two));
            COMMIT;
            """
        }

        private static let find = """
            SELECT addresses.id, addresses.person, addresses.channel, persons.record,
                   sessions.id, sessions.address, sessions.state, sessions.silence_at,
                   addresses.standing, addresses.heard_at, addresses.gate, addresses.attempts,
                   addresses.shared, addresses.stopped, 1, addresses.blocked_until, addresses.objection_until
            FROM addresses
            JOIN persons ON persons.id = addresses.person
            LEFT JOIN sessions ON sessions.person = addresses.person AND sessions.ended_at IS NULL
            WHERE addresses.fingerprint
                = int8send(:person) || int8send(:person) || int8send(:person) || int8send(:person);
            """

        private static let begin = """
            INSERT INTO sessions
                (person, address, channel, revision, began_at, last_at, step, silence_at, state, flow, language, day)
            VALUES (:person, :person, 'bench-ussd', '\(String(repeating: "a", count: 64))', :at, :at, 'main#start', :at,
                    \(bytes(130)), 'main', 'en', 20800)
            RETURNING id AS session \\gset
            INSERT INTO timers (session, due_at) VALUES (:session, :at)
            ON CONFLICT (session) DO UPDATE SET due_at = excluded.due_at;
            DELETE FROM guests WHERE person = :person;
            """

        private static let advance = """
            UPDATE sessions SET last_at = :at, step = coalesce(nullif('main#pay', ''), step), silence_at = :at,
                state = \(bytes(130)) WHERE id = :session;
            """

        private static let end = """
            UPDATE sessions SET ended_at = :at, outcome = 'finished', step = coalesce('main#done', step),
                silence_at = NULL, state = NULL WHERE id = :session;
            DELETE FROM timers WHERE session = :session;
            INSERT INTO needs (month, flow, place, language, outcome, total)
            SELECT strftime('%Y-%m', ended_at / 1000, 'unixepoch'), flow, 'bench' || :client_id, coalesce(language, ''),
                   outcome, 1
            FROM sessions WHERE id = :session
            ON CONFLICT (month, flow, place, language, outcome) DO UPDATE SET total = needs.total + 1;
            """

        private static func count(_ way: String) -> String {
            """
            INSERT INTO passages (flow, target_flow, day, revision, language, step, way, target, outcome, count)
            SELECT 'main', 'main', sessions.day, coalesce(sessions.revision, ''), 'bench' || :client_id, 'main#start',
                   '\(way)', 'main#pay', '', 1
            FROM sessions WHERE id = :session AND day IS NOT NULL
            ON CONFLICT (flow, day, revision, language, step, way, target, outcome)
            DO UPDATE SET count = passages.count + 1;
            """
        }

        private static func bytes(_ count: Int) -> String {
            "'\\x" + String(repeating: "5a", count: count) + "'::bytea"
        }
    }
#endif
