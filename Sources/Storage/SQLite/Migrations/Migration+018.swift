extension Migration {
    /// Why staff did what has to have a reason.
    static let reasons = Migration(
        name: "018 reasons",
        sql: """
            -- The words of whoever did it, sealed; the entry's hash covers them.
            CREATE TABLE audit_reasons (
                entry INTEGER PRIMARY KEY REFERENCES audit,
                words BLOB NOT NULL
            ) STRICT;
            CREATE TRIGGER audit_reasons_kept BEFORE DELETE ON audit_reasons
            BEGIN SELECT RAISE(ABORT, 'nothing is taken from the audit log'); END;
            """)
}
