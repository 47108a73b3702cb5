extension Migration {
    /// Staff block numbers for a time, and find the conversations that they lead themselves, and closed cases by what they
    /// were about and whose they were.
    static let blocking = Migration(
        name: "017 blocking",
        sql: """
            -- Until when the number gets no answers.
            ALTER TABLE addresses ADD COLUMN blocked_until INTEGER;

            -- Whether what she writes is for staff.
            ALTER TABLE sessions ADD COLUMN with_staff INTEGER NOT NULL DEFAULT 0;
            CREATE INDEX sessions_with_staff ON sessions (began_at)
            WHERE with_staff = 1 AND ended_at IS NULL;

            CREATE INDEX cases_closed_topic ON cases (topic, number) WHERE closed_at IS NOT NULL;
            CREATE INDEX cases_closed_assignee ON cases (assignee, number) WHERE closed_at IS NOT NULL;
            """)
}
