#if Postgres
    extension PostgresMigration {
        /// A gateway forgets only those whom others wrote about, not everybody as soon as somebody else wrote.
        static let groups = PostgresMigration(
            name: "013 groups",
            sql: """
                -- Whom groups of changes were about that were kept lately; no people where one may have been about anybody. What
                -- gateways remember goes with their connections, as these rows do with the server: no log has to keep them.
                DROP SEQUENCE groups;
                CREATE UNLOGGED TABLE groups (
                    transaction BIGINT NOT NULL,
                    process INTEGER NOT NULL,
                    people BIGINT[]
                );
                CREATE INDEX groups_transaction ON groups (transaction);
                """)
    }
#endif
