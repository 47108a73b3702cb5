extension Migration {
    /// Staff, how they sign in, and what they did.
    static let staff = Migration(
        name: "010 staff",
        sql: """
            -- fingerprint: what a sign-in name is found by. step: the last time step whose code was used.
            CREATE TABLE staff (
                id INTEGER PRIMARY KEY,
                fingerprint BLOB NOT NULL UNIQUE,
                record BLOB NOT NULL,
                role TEXT NOT NULL CHECK (role IN ('viewer', 'support', 'operator', 'admin')),
                step INTEGER NOT NULL,
                failures INTEGER NOT NULL DEFAULT 0,
                blocked_until INTEGER NOT NULL DEFAULT 0,
                joined_at INTEGER NOT NULL,
                disabled_at INTEGER
            ) STRICT;

            -- Each is good once, and gone when it was used.
            CREATE TABLE recovery_codes (
                staff INTEGER NOT NULL REFERENCES staff,
                digest BLOB NOT NULL,
                PRIMARY KEY (staff, digest)
            ) STRICT, WITHOUT ROWID;

            -- staff: whose password and codes are made anew; NULL where somebody new may join.
            -- invited_by: NULL for the link that a gateway without an admin prints.
            CREATE TABLE invitations (
                digest BLOB PRIMARY KEY,
                role TEXT NOT NULL CHECK (role IN ('viewer', 'support', 'operator', 'admin')),
                staff INTEGER REFERENCES staff,
                invited_by INTEGER REFERENCES staff,
                expires_at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX invitations_staff ON invitations (staff);
            CREATE INDEX invitations_inviter ON invitations (invited_by);
            CREATE INDEX invitations_expiry ON invitations (expires_at);

            CREATE TABLE sign_ins (
                digest BLOB PRIMARY KEY,
                staff INTEGER NOT NULL REFERENCES staff,
                begun_at INTEGER NOT NULL,
                seen_at INTEGER NOT NULL,
                expires_at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX sign_ins_staff ON sign_ins (staff);
            CREATE INDEX sign_ins_expiry ON sign_ins (expires_at);

            -- Nothing is ever changed or taken away here; hash covers the row and the hash before.
            CREATE TABLE audit (
                id INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                staff INTEGER REFERENCES staff,
                act TEXT NOT NULL,
                subject TEXT,
                hash BLOB NOT NULL
            ) STRICT;
            CREATE TRIGGER audit_unchanged BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit log is never changed'); END;
            CREATE TRIGGER audit_kept BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'nothing is taken from the audit log'); END;
            """)
}
