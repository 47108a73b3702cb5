extension Migration {
    /// Staff block numbers for a time, and find the conversations that they lead themselves.
    static let blocking = Migration(
        name: "017 blocking",
        sql: """
            -- Until when the number gets no answers.
            ALTER TABLE addresses ADD COLUMN blocked_until INTEGER;

            -- Whether what she writes is for staff.
            ALTER TABLE sessions ADD COLUMN with_staff INTEGER NOT NULL DEFAULT 0;
            CREATE INDEX sessions_with_staff ON sessions (with_staff, began_at) WHERE with_staff = 1;
            """)
}
