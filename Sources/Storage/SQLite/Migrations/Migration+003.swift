extension Migration {
    /// What became of each part of a message, and reports that come before their message is known.
    static let deliveries = Migration(
        name: "003 deliveries",
        sql: """
            -- state: 0 waits, 1 claimed, 2 may have arrived and waits for a report. accepted: requests a provider took.
            ALTER TABLE outbox ADD COLUMN state INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE outbox ADD COLUMN accepted INTEGER NOT NULL DEFAULT 0;
            CREATE INDEX outbox_person ON outbox (person, id);
            CREATE INDEX outbox_dead ON outbox (channel, id) WHERE dead_reason IS NOT NULL;

            CREATE TABLE deliveries (
                outbox INTEGER NOT NULL REFERENCES outbox,
                part INTEGER NOT NULL,
                channel TEXT NOT NULL,
                provider_id TEXT,
                status TEXT NOT NULL,
                code TEXT,
                at INTEGER NOT NULL,
                PRIMARY KEY (outbox, part)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX deliveries_provider ON deliveries (channel, provider_id) WHERE provider_id IS NOT NULL;

            INSERT INTO deliveries (outbox, part, channel, provider_id, status, at)
            SELECT id, 1, channel, provider_id, coalesce(status, 'accepted'), coalesce(reported_at, settled_at)
            FROM outbox WHERE settled_at IS NOT NULL AND dead_reason IS NULL;

            DROP INDEX outbox_provider;
            ALTER TABLE outbox DROP COLUMN provider_id;

            CREATE TABLE early_reports (
                id INTEGER PRIMARY KEY,
                channel TEXT NOT NULL,
                provider_id TEXT NOT NULL,
                status TEXT NOT NULL,
                code TEXT,
                at INTEGER NOT NULL,
                UNIQUE (channel, provider_id)
            ) STRICT;
            CREATE INDEX early_reports_at ON early_reports (at);
            """)
}
