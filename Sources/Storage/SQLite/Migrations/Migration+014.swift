extension Migration {
    /// What is kept long enough is found by its age.
    static let retention = Migration(
        name: "014 retention",
        sql: """
            CREATE INDEX cases_words ON cases (closed_at) WHERE closed_at IS NOT NULL AND words <> x'';
            CREATE INDEX claims_at ON claims (at);
            """)
}
