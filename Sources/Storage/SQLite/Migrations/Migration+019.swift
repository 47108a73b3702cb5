extension Migration {
    /// What people agreed to, with the words they read. The words are the pack's, and each are kept once.
    static let consents = Migration(
        name: "019 consents",
        sql: """
            CREATE TABLE wordings (
                id INTEGER PRIMARY KEY,
                digest BLOB NOT NULL UNIQUE,
                text TEXT NOT NULL
            ) STRICT;

            CREATE TABLE consents (
                id INTEGER PRIMARY KEY,
                person INTEGER NOT NULL,
                at INTEGER NOT NULL,
                subject TEXT NOT NULL,
                change TEXT NOT NULL CHECK (change IN ('given', 'refused', 'withdrawn')),
                step TEXT NOT NULL,
                number INTEGER NOT NULL,
                language TEXT NOT NULL,
                revision TEXT NOT NULL,
                channel TEXT NOT NULL,
                wording INTEGER REFERENCES wordings (id)
            ) STRICT;
            CREATE INDEX consents_person ON consents (person);
            """)
}
