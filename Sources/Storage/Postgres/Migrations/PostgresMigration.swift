#if Postgres
    /// A step of PostgreSQL's schema. Released ones are never edited; a change takes the next number, and one that SQLite's
    /// schema needs, too, takes a number in both. What the columns are for is written at SQLite's steps.
    ///
    /// Numbers are `BIGINT` and text is in the order of its bytes, so that each statement means here what it means in SQLite.
    struct PostgresMigration: Sendable {
        /// Its number and what it brings; the database remembers it by this name.
        let name: String
        /// Statements, separated by semicolons.
        let sql: String

        /// Every migration, in order.
        static let all: [PostgresMigration] = [
            .functions, .people, .conversations, .messages, .claims, .staff, .evidence, .writers, .objections,
            .partitions, .room, .company, .groups, .live,
        ]
    }
#endif
