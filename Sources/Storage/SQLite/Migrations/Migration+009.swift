extension Migration {
    /// What staff look conversations up by. Of what was there before, languages and flags are not known: they lie sealed.
    static let review = Migration(
        name: "009 review",
        sql: """
            -- flags: how much of it staff must look at.
            ALTER TABLE sessions ADD COLUMN flow TEXT NOT NULL DEFAULT '';
            ALTER TABLE sessions ADD COLUMN language TEXT;
            ALTER TABLE sessions ADD COLUMN flags INTEGER NOT NULL DEFAULT 0 CHECK (flags >= 0);
            UPDATE sessions SET flow = substr(step, 1, instr(step || '#', '#') - 1);
            CREATE INDEX sessions_began ON sessions (began_at);
            CREATE INDEX sessions_channel ON sessions (channel, began_at);
            CREATE INDEX sessions_flow ON sessions (flow, began_at);
            CREATE INDEX sessions_language ON sessions (language, began_at) WHERE language IS NOT NULL;
            CREATE INDEX sessions_outcome ON sessions (outcome, began_at) WHERE outcome IS NOT NULL;
            CREATE INDEX sessions_open ON sessions (began_at) WHERE ended_at IS NULL;
            CREATE INDEX sessions_flagged ON sessions (began_at) WHERE flags > 0;

            -- The conversation that a message belongs to; NULL for one that staff caused.
            ALTER TABLE outbox ADD COLUMN session INTEGER REFERENCES sessions;
            CREATE INDEX outbox_session ON outbox (session) WHERE session IS NOT NULL;
            CREATE INDEX cases_session ON cases (session) WHERE session IS NOT NULL;
            """)
}
