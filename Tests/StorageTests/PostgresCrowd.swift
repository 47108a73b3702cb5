#if Postgres
    @testable import Storage

    extension PostgresPlace {
        /// Tables that `fill` gives many rows.
        static let crowded = [
            "persons", "addresses", "profiles", "sessions", "timers", "transcript_0", "transcript_1", "outbox_0",
            "outbox_1",
            "deliveries_0", "deliveries_1", "line_phrases_0", "line_phrases_1", "inbound_keys", "phrases",
            "phrase_words",
            "reminders", "cases", "early_reports", "consents", "session_places", "tags", "requests", "audit_0",
        ]

        /// Thousands of people in the middle of everything, over two partitions, as PostgreSQL's planner gets to know them.
        func fill() throws {
            let talk = """
                INSERT INTO transcript (session, at, step, arrival) SELECT id, id, 's', int8send(id) FROM sessions;
                INSERT INTO outbox (person, address, channel, created_at, due_at, settled_at, session)
                SELECT person, address, 'sms' || id % 5, id, CASE WHEN id % 50 = 0 THEN id END,
                    CASE WHEN id % 50 > 0 THEN id END, id
                FROM sessions
                """
            try run(
                """
                INSERT INTO persons (record, created_at) SELECT '\\x00', n FROM generate_series(1, 5000) AS n;
                INSERT INTO addresses (person, fingerprint, sealed, channel, created_at)
                SELECT id, int8send(id), '', 'sms', id FROM persons WHERE id > 0;
                INSERT INTO profiles (address, number, person) SELECT id, 1, person FROM addresses WHERE id > 0;
                INSERT INTO sessions
                    (person, address, channel, revision, began_at, last_at, ended_at, outcome, step, state)
                SELECT person, id, 'sms', 'r', id, id, CASE WHEN id % 10 > 0 THEN id END,
                    CASE WHEN id % 10 > 0 THEN 'finished' END, 's', CASE WHEN id % 10 = 0 THEN ''::bytea END
                FROM addresses WHERE id > 0;
                INSERT INTO timers SELECT id, id FROM sessions;
                \(talk);
                SELECT setval('transcript_numbers', 1000000000, false), setval('outbox_numbers', 1000000000, false);
                \(talk);
                INSERT INTO deliveries (outbox, part, channel, provider_id, status, at)
                SELECT id, 1, 'sms', id::text, 'sent', 1 FROM outbox;
                INSERT INTO inbound_keys (key, at) SELECT int8send(n), n FROM generate_series(1, 5000) AS n;
                INSERT INTO phrases (digest) SELECT int8send(n) FROM generate_series(1, 2000) AS n;
                INSERT INTO phrase_words SELECT id, id FROM phrases;
                INSERT INTO line_phrases SELECT id, id % 2000 + 1, session FROM transcript;
                INSERT INTO reminders (person, address, channel, step, due_at)
                SELECT person, id, 'sms', 's', id FROM addresses WHERE id > 0;
                INSERT INTO cases (number, person, session, topic, step, opened_at, closed_at)
                SELECT id, person, id, 'help', 's', id, CASE WHEN id % 50 > 0 THEN id END FROM sessions;
                INSERT INTO early_reports (channel, provider_id, status, at)
                SELECT 'sms', n::text, 'sent', n FROM generate_series(1, 5000) AS n;
                INSERT INTO consents (person, at, subject, change, step, number, language, revision, channel)
                SELECT id, id, 's', 'given', 's', 1, 'en', 'r', 'sms' FROM persons;
                INSERT INTO session_places (place, began_at, session) SELECT id % 30, id, id FROM sessions;
                INSERT INTO tags (session, digest, words) SELECT id, int8send(id % 40), '' FROM sessions;
                INSERT INTO requests (session, number, channel, system, within, step, deadline_at)
                SELECT id, 1, 'sms', 'jobs', 1, 's', id FROM sessions;
                INSERT INTO audit (at, act, hash) SELECT n, 'x', '' FROM generate_series(1, 5000) AS n;
                ANALYZE \(Self.crowded.joined(separator: ", "))
                """)
        }
    }
#endif
