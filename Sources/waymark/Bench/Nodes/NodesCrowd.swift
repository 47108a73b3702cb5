#if Postgres
    /// People who are in the database before a benchmark begins.
    enum NodesCrowd {
        /// Adds so many who have just been in a conversation, with rows as long as those that turns leave.
        static func sql(_ count: Int) -> String {
            """
            WITH people AS (
                INSERT INTO persons (record, created_at)
                SELECT decode(repeat('01', 40), 'hex'), \(now) FROM generate_series(1, \(count)) RETURNING id),
            numbers AS (
                INSERT INTO addresses (person, fingerprint, sealed, channel, created_at, heard_at)
                SELECT id, int8send(id) || int8send(id) || int8send(id) || int8send(id),
                       decode(repeat('02', 45), 'hex'), 'bench-ussd', \(now), \(now)
                FROM people RETURNING id, person),
            talks AS (
                INSERT INTO sessions (
                    person, address, channel, began_at, last_at, ended_at, outcome, step, flow, language, day)
                SELECT person, id, 'bench-ussd', \(now), \(now), \(now), 'finished', 'main#menu', 'main', 'en',
                       \(now) / 86400000
                FROM numbers)
            INSERT INTO profiles (address, number, person) SELECT id, 1, person FROM numbers;
            ANALYZE persons, addresses, profiles, sessions
            """
        }

        /// Milliseconds since 1970, as the server sees it.
        private static let now = "(extract(epoch FROM now()) * 1000)::bigint"
    }
#endif
