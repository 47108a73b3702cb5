#if Postgres
    extension PostgresMigration {
        /// Numbers that may object to a claim that they were asked about.
        static let objections = PostgresMigration(
            name: "009 objections", sql: "ALTER TABLE addresses ADD COLUMN objection_until BIGINT")
    }
#endif
