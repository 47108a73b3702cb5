extension Migration {
    /// People are erased: by their own wish, or because they have not agreed that anything is kept.
    static let erasing = Migration(
        name: "013 erasing",
        sql: """
            -- Nobody: whose the sessions, cases and messages of erased people are, so that they still count and lead to
            -- no one.
            INSERT INTO persons (id, record, created_at) VALUES (0, x'', 0);
            INSERT INTO addresses (id, person, fingerprint, sealed, channel, created_at) VALUES (0, 0, x'00', x'', '', 0);

            -- What is left of a person is that there was one.
            ALTER TABLE persons ADD COLUMN erased_at INTEGER;
            CREATE INDEX persons_erased ON persons (erased_at) WHERE erased_at IS NOT NULL;

            -- The key of what a turn answered, as inbound_keys has it.
            ALTER TABLE transcript ADD COLUMN arrival BLOB;

            -- People who have not agreed that anything is kept about them and are in no session, and until when they are
            -- remembered.
            CREATE TABLE guests (
                person INTEGER PRIMARY KEY REFERENCES persons,
                due_at INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX guests_due ON guests (due_at);

            -- Numbers, by their keyed HMAC, whose people were erased and want no messages.
            CREATE TABLE suppressions (
                fingerprint BLOB PRIMARY KEY,
                at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE INDEX requests_session ON requests (session);
            CREATE INDEX claim_codes_holder ON claim_codes (person);
            CREATE INDEX pleas_person ON pleas (person);
            """)
}
