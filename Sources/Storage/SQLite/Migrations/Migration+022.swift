extension Migration {
    /// When a message is not sent that nobody asked for.
    static let quiet = Migration(
        name: "022 quiet",
        sql: """
            -- Seconds of the day by UTC: from the first, up to the other, which may be on the next day; NULL: sent at any time.
            ALTER TABLE outbox ADD COLUMN quiet_from INTEGER;
            ALTER TABLE outbox ADD COLUMN quiet_to INTEGER;
            """)
}
