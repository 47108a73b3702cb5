extension Writer {
    /// The texts of the statements about claims; the tests ask for their query plans.
    enum ClaimSQL {
        static let code = """
            SELECT claim_codes.id, persons.id, persons.record
            FROM claim_codes JOIN persons ON persons.id = claim_codes.person
            WHERE claim_codes.digest = ? AND claim_codes.used_at IS NULL AND claim_codes.expires_at > ?
            """

        static let holders = """
            SELECT persons.id, persons.record
            FROM addresses
            JOIN profiles ON profiles.address = addresses.id
            JOIN persons ON persons.id = profiles.person
            WHERE addresses.fingerprint = ?
            ORDER BY profiles.number DESC
            """

        static let addCode = "INSERT INTO claim_codes (digest, person, expires_at) VALUES (?, ?, ?)"

        /// The newest code of a person that is one too many.
        static let oldCode = """
            SELECT id FROM claim_codes WHERE used_at IS NULL AND person = ? ORDER BY id DESC LIMIT 1 OFFSET ?
            """

        static let dropCodes = "DELETE FROM claim_codes WHERE used_at IS NULL AND person = ? AND id <= ?"

        static let forgetCodes = "DELETE FROM claim_codes WHERE expires_at < ? AND used_at IS NULL"

        static let useCode = "UPDATE claim_codes SET used_at = ? WHERE id = ? AND used_at IS NULL"

        static let record = "SELECT record FROM persons WHERE id = ?"

        static let add = """
            INSERT INTO claims (at, address, person, other, person_before, other_before, code, beside)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """

        /// Every row that changes hands, noted before it does.
        static let note = [
            "INSERT INTO claim_rows (claim, kind, row) SELECT ?, 'session', id FROM sessions WHERE person = ?",
            "INSERT INTO claim_rows (claim, kind, row) SELECT ?, 'line', id FROM transcript WHERE person = ?",
            "INSERT INTO claim_rows (claim, kind, row) SELECT ?, 'case', number FROM cases WHERE person = ?",
            "INSERT INTO claim_rows (claim, kind, row) SELECT ?, 'message', id FROM outbox WHERE person = ?",
        ]

        static let noteReminders =
            "INSERT INTO claim_rows (claim, kind, row, was) SELECT ?, 'reminder', id, address FROM reminders WHERE person = ?"

        static let noteAddresses = """
            INSERT INTO claim_rows (claim, kind, row, was)
            SELECT ?, 'address', id, standing FROM addresses WHERE person = ? AND id <> ?
            """

        /// From the record that was begun to the one that came.
        static let take = [
            "UPDATE sessions SET person = ? WHERE person = ?", "UPDATE transcript SET person = ? WHERE person = ?",
            "UPDATE cases SET person = ? WHERE person = ?", "UPDATE outbox SET person = ? WHERE person = ?",
        ]

        static let takeReminders = "UPDATE reminders SET address = ? WHERE person = ?"

        static let doubt = "UPDATE addresses SET standing = 1 WHERE person = ? AND id <> ? AND standing = 0"

        /// The other numbers that are hers, alone or with others: what waits for her there is given up.
        static let others = "SELECT address FROM profiles WHERE person = ? AND address <> ? AND left_at IS NULL"

        /// Not where another of those who share the number has it at the moment.
        static let resettle = "UPDATE addresses SET person = ? WHERE id = ? AND person = ?"

        static let enter = """
            INSERT INTO profiles (address, number, person)
            VALUES (?1, 1 + coalesce((SELECT max(number) FROM profiles WHERE address = ?1), 0), ?2)
            ON CONFLICT (person, address) DO UPDATE SET left_at = NULL
            """

        static let claim =
            "SELECT at, address, person, other, person_before, other_before, beside FROM claims WHERE id = ? AND undone_at IS NULL"

        /// The latest claim after this one that stands, of a record or on a number.
        static let laterOfPerson =
            "SELECT id FROM claims WHERE person = ? AND id > ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1"
        static let laterOfOther =
            "SELECT id FROM claims WHERE other = ? AND id > ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1"
        static let laterOnAddress =
            "SELECT id FROM claims WHERE address = ? AND id > ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1"

        /// Back to the record that was begun.
        static let giveBack = [
            "UPDATE sessions SET person = ?2 WHERE id IN (SELECT row FROM claim_rows WHERE claim = ?1 AND kind = 'session')",
            "UPDATE transcript SET person = ?2 WHERE id IN (SELECT row FROM claim_rows WHERE claim = ?1 AND kind = 'line')",
            "UPDATE cases SET person = ?2 WHERE number IN (SELECT row FROM claim_rows WHERE claim = ?1 AND kind = 'case')",
            "UPDATE outbox SET person = ?2 WHERE id IN (SELECT row FROM claim_rows WHERE claim = ?1 AND kind = 'message')",
        ]

        static let giveBackReminders = """
            UPDATE reminders
            SET address = (SELECT was FROM claim_rows WHERE claim = ?1 AND kind = 'reminder' AND row = reminders.id)
            WHERE id IN (SELECT row FROM claim_rows WHERE claim = ?1 AND kind = 'reminder')
            """

        /// Not where somebody stands at its gate: she could be anybody, and has to pass it.
        static let trust = """
            UPDATE addresses
            SET standing = (SELECT was FROM claim_rows WHERE claim = ?1 AND kind = 'address' AND row = addresses.id)
            WHERE person = ?2 AND gate IS NULL AND id IN (SELECT row FROM claim_rows WHERE claim = ?1 AND kind = 'address')
            """

        static let undo = "UPDATE claims SET undone_at = ? WHERE id = ?"

        static let all =
            [
                code, holders, addCode, oldCode, dropCodes, forgetCodes, useCode, record, add, noteReminders,
                noteAddresses, takeReminders,
                doubt, others, resettle, enter, claim, laterOfPerson, laterOfOther, laterOnAddress,
                giveBackReminders, trust, undo,
            ] + note + take + giveBack
    }
}
