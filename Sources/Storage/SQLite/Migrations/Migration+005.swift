extension Migration {
    /// Whose a number is: a person is not a number, and a number may be a stranger's one day.
    static let identity = Migration(
        name: "005 identity",
        sql: """
            CREATE INDEX sessions_person ON sessions (person, id);

            -- standing: 0 verified, 1 unverified, 2 released. heard_at: when somebody was heard, an hour too early at
            -- most; NULL for a number nobody was heard on. gate: what is asked before the person shows.
            ALTER TABLE addresses ADD COLUMN standing INTEGER NOT NULL DEFAULT 0 CHECK (standing BETWEEN 0 AND 2);
            ALTER TABLE addresses ADD COLUMN heard_at INTEGER;
            ALTER TABLE addresses ADD COLUMN gate BLOB;
            ALTER TABLE addresses ADD COLUMN attempts BLOB;
            UPDATE addresses SET heard_at = coalesce(
                (SELECT last_at FROM sessions WHERE sessions.person = addresses.person ORDER BY id DESC LIMIT 1),
                created_at);

            -- Who has, or had, a number: addresses.person is the one who has it now. Numbered in the order they came.
            CREATE TABLE profiles (
                address INTEGER NOT NULL REFERENCES addresses,
                number INTEGER NOT NULL CHECK (number > 0),
                person INTEGER NOT NULL REFERENCES persons,
                left_at INTEGER,
                PRIMARY KEY (address, number),
                UNIQUE (person, address)
            ) STRICT, WITHOUT ROWID;
            INSERT INTO profiles (address, number, person) SELECT id, 1, person FROM addresses;

            -- Codes by which a record is brought elsewhere: only their digests, and each is good once.
            CREATE TABLE claim_codes (
                id INTEGER PRIMARY KEY,
                digest BLOB NOT NULL UNIQUE,
                person INTEGER NOT NULL REFERENCES persons,
                expires_at INTEGER NOT NULL,
                used_at INTEGER
            ) STRICT;
            CREATE INDEX claim_codes_person ON claim_codes (person, id) WHERE used_at IS NULL;
            CREATE INDEX claim_codes_expiry ON claim_codes (expires_at);

            -- A record that came to a number, and the one that was begun there and became part of it: both as they were,
            -- and every row that changed hands, so that it can be undone.
            CREATE TABLE claims (
                id INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                address INTEGER NOT NULL REFERENCES addresses,
                person INTEGER NOT NULL REFERENCES persons,
                other INTEGER NOT NULL REFERENCES persons,
                person_before BLOB NOT NULL,
                other_before BLOB NOT NULL,
                code INTEGER REFERENCES claim_codes,
                undone_at INTEGER
            ) STRICT;
            CREATE INDEX claims_person ON claims (person);
            CREATE INDEX claims_other ON claims (other);
            CREATE INDEX claims_address ON claims (address);
            CREATE INDEX claims_code ON claims (code);

            -- was: what a row had before, where that is not the other person.
            CREATE TABLE claim_rows (
                claim INTEGER NOT NULL REFERENCES claims,
                kind TEXT NOT NULL CHECK (kind IN ('session', 'line', 'case', 'message', 'reminder', 'address')),
                row INTEGER NOT NULL,
                was INTEGER,
                PRIMARY KEY (claim, kind, row)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX transcript_person ON transcript (person) WHERE person IS NOT NULL;
            CREATE INDEX cases_person ON cases (person);
            """)
}
