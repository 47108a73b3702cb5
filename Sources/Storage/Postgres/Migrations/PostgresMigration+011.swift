#if Postgres
    extension PostgresMigration {
        /// Room on its page for what a session becomes with each turn: then no index is written for it.
        /// <https://www.postgresql.org/docs/current/storage-hot.html>
        static let room = PostgresMigration(name: "011 room", sql: "ALTER TABLE sessions SET (fillfactor = 50)")
    }
#endif
