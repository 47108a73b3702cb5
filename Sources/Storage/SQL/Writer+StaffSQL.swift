extension Writer {
    /// The texts of the statements about staff; the tests ask for their query plans.
    enum StaffSQL {
        private static let columns = """
            SELECT id, record, role, step, failures, blocked_until, joined_at, disabled_at FROM staff
            """

        static let everybody = columns + " ORDER BY id"
        static let named = columns + " WHERE fingerprint = ?"
        static let admin = "SELECT id FROM staff WHERE role = 'admin' AND disabled_at IS NULL LIMIT 1"
        static let otherAdmin = """
            SELECT id FROM staff WHERE role = 'admin' AND disabled_at IS NULL AND id <> ? LIMIT 1
            """

        static let add = """
            INSERT INTO staff (fingerprint, record, role, step, joined_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (fingerprint) DO NOTHING RETURNING id
            """
        static let renew = """
            UPDATE staff SET record = ?, step = ?, failures = 0, blocked_until = 0 WHERE id = ?
            """
        static let record = "SELECT record FROM staff WHERE id = ?"
        static let role = "UPDATE staff SET role = ? WHERE id = ?"
        static let disable = "UPDATE staff SET disabled_at = coalesce(disabled_at, ?) WHERE id = ?"
        static let enable = "UPDATE staff SET disabled_at = NULL, failures = 0, blocked_until = 0 WHERE id = ?"

        static let attempts = "SELECT failures, blocked_until FROM staff WHERE id = ?"
        static let countAttempt = "UPDATE staff SET failures = ?, blocked_until = ? WHERE id = ?"
        static let forgetAttempts = "UPDATE staff SET failures = 0, blocked_until = 0 WHERE id = ?"
        static let useStep = "UPDATE staff SET step = ?1 WHERE id = ?2 AND step < ?1"

        static let addCode = "INSERT INTO recovery_codes (staff, digest) VALUES (?, ?) ON CONFLICT DO NOTHING"
        static let useCode = "DELETE FROM recovery_codes WHERE staff = ? AND digest = ?"
        static let dropCodes = "DELETE FROM recovery_codes WHERE staff = ?"

        static let addInvitation = """
            INSERT INTO invitations (digest, role, staff, invited_by, expires_at) VALUES (?, ?, ?, ?, ?)
            """
        static let invitation = """
            SELECT digest, role, staff, invited_by, expires_at FROM invitations WHERE digest = ? AND expires_at > ?
            """
        static let takeInvitation = "DELETE FROM invitations WHERE digest = ?"
        static let dropRenewals = "DELETE FROM invitations WHERE staff = ?"
        static let dropInvitations = "DELETE FROM invitations WHERE invited_by = ?"
        static let dropPrinted = "DELETE FROM invitations WHERE staff IS NULL AND invited_by IS NULL"
        static let forgetInvitations = "DELETE FROM invitations WHERE expires_at <= ?"

        static let addSignIn = """
            INSERT INTO sign_ins (digest, staff, begun_at, seen_at, expires_at) VALUES (?, ?, ?, ?, ?)
            """
        static let signIn = """
            SELECT sign_ins.digest, staff.id, staff.record, staff.role, sign_ins.begun_at, sign_ins.seen_at
            FROM sign_ins JOIN staff ON staff.id = sign_ins.staff
            WHERE sign_ins.digest = ? AND sign_ins.expires_at > ? AND sign_ins.seen_at > ?
              AND staff.disabled_at IS NULL
            """
        static let touch = "UPDATE sign_ins SET seen_at = max(seen_at, ?) WHERE digest = ?"
        static let whose = "SELECT staff FROM sign_ins WHERE digest = ?"
        static let signOut = "DELETE FROM sign_ins WHERE digest = ?"
        static let signOutEverywhere = "DELETE FROM sign_ins WHERE staff = ?"
        static let forgetSignIns = "DELETE FROM sign_ins WHERE expires_at <= ?"

        /// What a request, or anybody without a password, can make run.
        static let all = [
            named, add, renew, record, role, disable, enable, attempts, countAttempt, forgetAttempts, useStep, addCode,
            useCode, dropCodes, addInvitation, invitation, takeInvitation, dropRenewals, dropInvitations,
            forgetInvitations,
            addSignIn, signIn, touch, whose, signOut, signOutEverywhere, forgetSignIns,
        ]
    }

    /// The texts of the statements about the audit log.
    enum AuditSQL {
        static let last = "SELECT hash FROM audit ORDER BY id DESC LIMIT 1"
        static let add =
            "INSERT INTO audit (at, staff, token, act, subject, hash) VALUES (?, ?, ?, ?, ?, ?) RETURNING id"
        static let addReason = "INSERT INTO audit_reasons (entry, words) VALUES (?, ?)"
        private static let columns = """
            SELECT audit.id, at, staff, act, subject, hash, words, token
            FROM audit LEFT JOIN audit_reasons ON audit_reasons.entry = audit.id
            """
        static let before = columns + " WHERE audit.id < ? ORDER BY audit.id DESC LIMIT ?"
        static let after = columns + " WHERE audit.id > ? ORDER BY audit.id LIMIT ?"

        static let paged = [before, after]
    }
}
