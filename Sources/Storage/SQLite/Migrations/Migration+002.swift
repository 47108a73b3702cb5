extension Migration {
    /// What comes after a turn: flows to start later, and questions to other systems.
    static let later = Migration(
        name: "002 later",
        sql: """
            -- A later plan of the same step takes the place of an earlier one.
            CREATE TABLE reminders (
                id INTEGER PRIMARY KEY,
                person INTEGER NOT NULL REFERENCES persons,
                address INTEGER NOT NULL REFERENCES addresses,
                channel TEXT NOT NULL,
                step TEXT NOT NULL,
                due_at INTEGER NOT NULL,
                UNIQUE (person, step)
            ) STRICT;
            CREATE INDEX reminders_due ON reminders (due_at);

            -- A row lives until its answer, or the lack of one, has advanced the session. Its id is its idempotency
            -- key with the other system, so no id is ever given twice.
            CREATE TABLE requests (
                id INTEGER PRIMARY KEY AUTOINCREMENT,
                session INTEGER NOT NULL REFERENCES sessions,
                number INTEGER NOT NULL,
                channel TEXT NOT NULL,
                arrival_key BLOB,
                system TEXT NOT NULL,
                path TEXT NOT NULL,
                body TEXT,
                within INTEGER NOT NULL,
                step TEXT NOT NULL,
                deadline_at INTEGER NOT NULL
            ) STRICT;
            """)
}
