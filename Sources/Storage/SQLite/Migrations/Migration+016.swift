extension Migration {
    /// Tokens of programs that ask for the console's facts, and what they did.
    static let tokens = Migration(
        name: "016 tokens",
        sql: """
            -- made_by: NULL for a command on the gateway's own machine. expires_at: NULL where it has no end.
            CREATE TABLE tokens (
                id INTEGER PRIMARY KEY,
                digest BLOB NOT NULL UNIQUE,
                name BLOB NOT NULL,
                role TEXT NOT NULL CHECK (role IN ('viewer', 'support', 'operator', 'admin')),
                made_by INTEGER REFERENCES staff,
                made_at INTEGER NOT NULL,
                expires_at INTEGER,
                used_at INTEGER,
                revoked_at INTEGER
            ) STRICT;
            CREATE INDEX tokens_maker ON tokens (made_by) WHERE revoked_at IS NULL;

            -- Whose token did it; staff is NULL then.
            ALTER TABLE audit ADD COLUMN token INTEGER REFERENCES tokens;
            """)
}
