extension Migration {
    /// How many went from step to step, by the day their sessions began.
    ///
    /// Counting belongs to the turn itself: what a page shows is then exact, and no page reads a transcript.
    static let passages = Migration(
        name: "021 passages",
        sql: """
            -- Days since 1970 on the clock of the pack; NULL for sessions that began before passages were counted.
            ALTER TABLE sessions ADD COLUMN day INTEGER;

            -- flow: of step, target_flow: of target. step: '' where a session began with it, or came from another
            -- language. way: what tells it from the step's others; '' where it is none of them. target: '' where a session
            -- left step for good: outcome says how it ended, or 'language' where it goes on in another language.
            CREATE TABLE passages (
                flow TEXT NOT NULL,
                day INTEGER NOT NULL,
                revision TEXT NOT NULL,
                language TEXT NOT NULL,
                step TEXT NOT NULL,
                way TEXT NOT NULL,
                target TEXT NOT NULL,
                outcome TEXT NOT NULL,
                target_flow TEXT NOT NULL,
                count INTEGER NOT NULL CHECK (count > 0),
                PRIMARY KEY (flow, day, revision, language, step, way, target, outcome)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX passages_target ON passages (target_flow, day);
            """)
}
