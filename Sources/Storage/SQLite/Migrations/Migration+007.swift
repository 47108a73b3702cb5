extension Migration {
    /// Several people on one phone: `profiles` says who they are, those who have not left.
    static let sharing = Migration(
        name: "007 sharing",
        sql: """
            ALTER TABLE addresses ADD COLUMN shared INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1));
            -- Whether one of those who share it asked for no more messages.
            ALTER TABLE addresses ADD COLUMN stopped INTEGER NOT NULL DEFAULT 0 CHECK (stopped IN (0, 1));
            -- Whether the record that came was one of those who used the number before.
            ALTER TABLE claims ADD COLUMN beside INTEGER NOT NULL DEFAULT 0 CHECK (beside IN (0, 1));
            """)
}
