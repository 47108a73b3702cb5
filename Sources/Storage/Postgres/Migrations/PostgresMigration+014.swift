#if Postgres
    extension PostgresMigration {
        /// A plan that was made when few sessions were open may take an index of all open ones for the way to one person's, and
        /// read the whole of it with each group, however many there are by then. So what a turn asks for (`ended_at IS NULL`) is
        /// led to the person's sessions alone, and lists of the open ones say `outcome IS NULL`, too, which is the same.
        /// <https://www.postgresql.org/docs/current/indexes-partial.html>
        static let live = PostgresMigration(
            name: "014 live",
            sql: """
                DROP INDEX sessions_live, sessions_person, sessions_revision, sessions_open, sessions_with_staff;
                CREATE UNIQUE INDEX sessions_live ON sessions (person) WHERE outcome IS NULL;
                CREATE INDEX sessions_person ON sessions (person, id, ended_at);
                CREATE INDEX sessions_revision ON sessions (revision) WHERE outcome IS NULL;
                CREATE INDEX sessions_open ON sessions (began_at) WHERE outcome IS NULL;
                CREATE INDEX sessions_with_staff ON sessions (began_at) WHERE with_staff = 1 AND outcome IS NULL;
                """)
    }
#endif
