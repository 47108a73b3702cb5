extension Migration {
    /// Numbers that may object to a claim that they were asked about.
    static let objections = Migration(
        name: "025 objections",
        sql: """
            -- Until when a 2 by SMS objects; NULL where the number was asked about no claim.
            ALTER TABLE addresses ADD COLUMN objection_until INTEGER;
            """)
}
