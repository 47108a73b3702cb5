extension Migration {
    /// Times are Unix milliseconds, UTC. "Waits", "lives" and "open" are a NULL in the column that ends it, so that
    /// partial indexes hold only what is still at work and stay small however much is kept.
    ///
    /// Two layouts were measured against their alternatives, in groups of 256 turns over 200,000 keys:
    /// - `inbound_keys` is a rowid table with a unique index (16 µs a turn), not `WITHOUT ROWID` (32 µs): keys are
    ///   digests and fall anywhere, so what lies at a random place should be small; answers are appended.
    /// - `transcript` is appended to and has an index by session (16 µs), instead of being ordered by session
    ///   (23 µs): the index's newest entries lie together because sessions are numbered in the order they begin.
    static let conversations = Migration(
        name: "001 conversations",
        sql: """
            CREATE TABLE persons (
                id INTEGER PRIMARY KEY,
                record BLOB NOT NULL,
                created_at INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE addresses (
                id INTEGER PRIMARY KEY,
                person INTEGER NOT NULL REFERENCES persons,
                fingerprint BLOB NOT NULL UNIQUE CHECK (length(fingerprint) > 0),
                sealed BLOB NOT NULL,
                channel TEXT NOT NULL,
                created_at INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX addresses_person ON addresses (person);

            CREATE TABLE sessions (
                id INTEGER PRIMARY KEY,
                person INTEGER NOT NULL REFERENCES persons,
                address INTEGER NOT NULL REFERENCES addresses,
                channel TEXT NOT NULL,
                revision TEXT,
                began_at INTEGER NOT NULL,
                last_at INTEGER NOT NULL,
                ended_at INTEGER,
                outcome TEXT,
                step TEXT NOT NULL,
                silence_at INTEGER,
                state BLOB,
                CHECK ((ended_at IS NULL) = (outcome IS NULL)),
                CHECK ((ended_at IS NULL) = (state IS NOT NULL))
            ) STRICT;
            CREATE UNIQUE INDEX sessions_live ON sessions (person) WHERE ended_at IS NULL;
            CREATE INDEX sessions_revision ON sessions (revision) WHERE ended_at IS NULL;

            -- A timer is due no later than its session's silence_at; it catches up when it fires too early.
            CREATE TABLE timers (
                session INTEGER PRIMARY KEY REFERENCES sessions,
                due_at INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX timers_due ON timers (due_at);

            -- A turn outside any session names the person itself.
            CREATE TABLE transcript (
                id INTEGER PRIMARY KEY,
                session INTEGER REFERENCES sessions,
                person INTEGER REFERENCES persons,
                at INTEGER NOT NULL,
                input TEXT NOT NULL,
                reply TEXT,
                understood TEXT NOT NULL,
                step TEXT NOT NULL,
                flags TEXT,
                CHECK ((session IS NULL) <> (person IS NULL))
            ) STRICT;
            CREATE INDEX transcript_session ON transcript (session);

            CREATE TABLE inbound_keys (
                id INTEGER PRIMARY KEY,
                key BLOB NOT NULL UNIQUE,
                at INTEGER NOT NULL,
                answer BLOB
            ) STRICT;

            -- due_at: when it may be claimed next; NULL when it is sent or dead.
            CREATE TABLE outbox (
                id INTEGER PRIMARY KEY,
                person INTEGER NOT NULL REFERENCES persons,
                address INTEGER NOT NULL REFERENCES addresses,
                channel TEXT NOT NULL,
                text TEXT NOT NULL,
                created_at INTEGER NOT NULL,
                expires_at INTEGER,
                due_at INTEGER,
                attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
                settled_at INTEGER,
                dead_reason TEXT,
                provider_id TEXT,
                status TEXT,
                reported_at INTEGER,
                CHECK ((due_at IS NULL) = (settled_at IS NOT NULL))
            ) STRICT;
            CREATE INDEX outbox_due ON outbox (channel, due_at) WHERE due_at IS NOT NULL;
            CREATE INDEX outbox_order ON outbox (person, channel, id) WHERE due_at IS NOT NULL;
            CREATE INDEX outbox_provider ON outbox (channel, provider_id) WHERE provider_id IS NOT NULL;

            CREATE TABLE cases (
                number INTEGER PRIMARY KEY,
                person INTEGER NOT NULL REFERENCES persons,
                session INTEGER REFERENCES sessions,
                topic TEXT NOT NULL,
                note TEXT NOT NULL,
                step TEXT NOT NULL,
                opened_at INTEGER NOT NULL,
                closed_at INTEGER
            ) STRICT;
            CREATE INDEX cases_open ON cases (number) WHERE closed_at IS NULL;

            -- What must never change in the life of a database, such as which key numbers are sealed with.
            CREATE TABLE marks (
                name TEXT PRIMARY KEY,
                value BLOB NOT NULL
            ) STRICT;

            CREATE TABLE revisions (
                hash TEXT PRIMARY KEY,
                pack TEXT NOT NULL,
                archive BLOB NOT NULL,
                kept_at INTEGER NOT NULL
            ) STRICT;
            """)
}
