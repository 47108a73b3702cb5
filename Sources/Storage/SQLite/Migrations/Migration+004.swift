extension Migration {
    /// Long messages whose parts come one by one.
    static let parts = Migration(
        name: "004 parts",
        sql: """
            -- Open until it is taken, whole or not. Then its sender and texts go; what is left tells repeats and late
            -- parts from a new message under the same key, until until_at.
            CREATE TABLE long_messages (
                id INTEGER PRIMARY KEY,
                key BLOB NOT NULL UNIQUE,
                channel TEXT NOT NULL,
                fingerprint BLOB,
                sealed BLOB,
                count INTEGER NOT NULL,
                missing INTEGER NOT NULL CHECK (missing BETWEEN 0 AND count),
                bytes INTEGER NOT NULL,
                lifetime INTEGER NOT NULL,
                until_at INTEGER NOT NULL,
                closed_at INTEGER,
                CHECK ((closed_at IS NULL) = (fingerprint IS NOT NULL)),
                CHECK ((closed_at IS NULL) = (sealed IS NOT NULL))
            ) STRICT;
            CREATE INDEX long_messages_due ON long_messages (channel, until_at) WHERE closed_at IS NULL;
            CREATE INDEX long_messages_sender ON long_messages (fingerprint, channel) WHERE closed_at IS NULL;
            CREATE INDEX long_messages_closed ON long_messages (until_at) WHERE closed_at IS NOT NULL;

            -- digest: equal for equal texts. sealed: the text, NULL once its message is taken.
            CREATE TABLE parts (
                message INTEGER NOT NULL REFERENCES long_messages ON DELETE CASCADE,
                number INTEGER NOT NULL CHECK (number > 0),
                digest BLOB NOT NULL,
                sealed BLOB,
                PRIMARY KEY (message, number)
            ) STRICT, WITHOUT ROWID;
            """)
}
