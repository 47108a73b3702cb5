extension Migration {
    /// Records that staff are asked to bring. Of the number she says she had, only what it leads to is kept.
    static let pleas = Migration(
        name: "008 pleas",
        sql: """
            CREATE TABLE pleas (
                id INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                address INTEGER NOT NULL REFERENCES addresses,
                person INTEGER NOT NULL REFERENCES persons,
                old INTEGER REFERENCES addresses,
                case_number INTEGER NOT NULL REFERENCES cases,
                decided_at INTEGER,
                claim INTEGER REFERENCES claims
            ) STRICT;
            CREATE UNIQUE INDEX pleas_waiting ON pleas (person) WHERE decided_at IS NULL;
            CREATE INDEX pleas_open ON pleas (id) WHERE decided_at IS NULL;
            CREATE INDEX pleas_claim ON pleas (claim) WHERE claim IS NOT NULL;
            """)
}
