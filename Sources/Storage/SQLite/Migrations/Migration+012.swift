extension Migration {
    /// What staff look messages and cases up by, and what they do about cases.
    static let desks = Migration(
        name: "012 desks",
        sql: """
            CREATE INDEX outbox_channel ON outbox (channel);
            DROP INDEX outbox_dead;
            CREATE INDEX outbox_dead ON outbox (channel) WHERE dead_reason IS NOT NULL;
            CREATE INDEX outbox_waiting ON outbox (channel) WHERE due_at IS NOT NULL;
            CREATE INDEX outbox_settled ON outbox (channel, settled_at) WHERE settled_at IS NOT NULL;

            -- assignee: a member of staff, by the id of the account.
            ALTER TABLE cases ADD COLUMN assignee TEXT;
            ALTER TABLE cases ADD COLUMN outcome TEXT;
            CREATE INDEX cases_topic ON cases (topic, number) WHERE closed_at IS NULL;
            CREATE INDEX cases_assignee ON cases (assignee, number) WHERE closed_at IS NULL;
            CREATE INDEX cases_closed ON cases (number) WHERE closed_at IS NOT NULL;

            -- Of a case or of a conversation. author: as assignee.
            CREATE TABLE notes (
                id INTEGER PRIMARY KEY,
                case_number INTEGER REFERENCES cases ON DELETE CASCADE,
                session INTEGER REFERENCES sessions ON DELETE CASCADE,
                at INTEGER NOT NULL,
                author TEXT NOT NULL,
                words BLOB NOT NULL,
                CHECK ((case_number IS NULL) <> (session IS NULL))
            ) STRICT;
            CREATE INDEX notes_case ON notes (case_number) WHERE case_number IS NOT NULL;
            CREATE INDEX notes_session ON notes (session) WHERE session IS NOT NULL;

            -- A tag is a word that staff made up: it is found by its digest.
            CREATE TABLE tags (
                id INTEGER PRIMARY KEY,
                session INTEGER NOT NULL REFERENCES sessions ON DELETE CASCADE,
                digest BLOB NOT NULL,
                words BLOB NOT NULL,
                UNIQUE (session, digest)
            ) STRICT;
            CREATE INDEX tags_digest ON tags (digest, session);
            """)
}
