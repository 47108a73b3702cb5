extension Migration {
    /// Reminders that wait for a rule to change.
    static let changes = Migration(
        name: "015 changes",
        sql: """
            -- One without a rule has its time. One with a rule waits without a time until a later version than the named
            -- one is published. A later plan of the same step and rule takes the place of an earlier one.
            CREATE TABLE reminders_new (
                id INTEGER PRIMARY KEY,
                person INTEGER NOT NULL REFERENCES persons,
                address INTEGER NOT NULL REFERENCES addresses,
                channel TEXT NOT NULL,
                step TEXT NOT NULL,
                rule TEXT NOT NULL DEFAULT '',
                version INTEGER NOT NULL DEFAULT 0,
                due_at INTEGER,
                UNIQUE (person, step, rule)
            ) STRICT;
            INSERT INTO reminders_new (id, person, address, channel, step, due_at)
            SELECT id, person, address, channel, step, due_at FROM reminders;
            DROP TABLE reminders;
            ALTER TABLE reminders_new RENAME TO reminders;
            CREATE INDEX reminders_due ON reminders (due_at) WHERE due_at IS NOT NULL;
            CREATE INDEX reminders_waiting ON reminders (rule, version) WHERE due_at IS NULL;
            """)
}
