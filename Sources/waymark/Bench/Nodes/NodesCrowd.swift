#if Postgres
    /// People who are in the database before a benchmark begins.
    enum NodesCrowd {
        /// Adds so many, with rows as long as those that turns leave.
        static func sql(_ count: Int) -> String {
            """
            WITH people AS (
                INSERT INTO persons (record, created_at)
                SELECT decode(repeat('01', 40), 'hex'), 0 FROM generate_series(1, \(count)) RETURNING id),
            numbers AS (
                INSERT INTO addresses (person, fingerprint, sealed, channel, created_at)
                SELECT id, int8send(id) || int8send(id) || int8send(id) || int8send(id),
                       decode(repeat('02', 45), 'hex'), 'bench-ussd', 0
                FROM people RETURNING id, person)
            INSERT INTO profiles (address, number, person) SELECT id, 1, person FROM numbers;
            ANALYZE persons, addresses, profiles
            """
        }
    }
#endif
