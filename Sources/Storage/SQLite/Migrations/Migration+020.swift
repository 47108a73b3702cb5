extension Migration {
    /// What people need, counted when their conversations end, so that pages of evidence read as many
    /// rows as they show, and never anybody's.
    static let evidence = Migration(
        name: "020 evidence",
        sql: """
            -- month: 2026-11, by UTC. place: the code of a city, empty where it is not known. A conversation that went to
            -- another record goes on there and is not counted.
            CREATE TABLE needs (
                month TEXT NOT NULL,
                flow TEXT NOT NULL,
                place TEXT NOT NULL,
                language TEXT NOT NULL,
                outcome TEXT NOT NULL,
                total INTEGER NOT NULL,
                PRIMARY KEY (month, flow, place, language, outcome)
            ) STRICT, WITHOUT ROWID;
            INSERT INTO needs (month, flow, place, language, outcome, total)
            SELECT strftime('%Y-%m', ended_at / 1000, 'unixepoch'), flow, '', coalesce(language, ''), outcome, count(*)
            FROM sessions WHERE ended_at IS NOT NULL AND outcome <> 'moved' GROUP BY 1, 2, 4, 5;
            """)
}
