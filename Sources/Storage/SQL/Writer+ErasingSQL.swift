extension Writer {
    /// The texts of the statements that erase people; the tests ask for their query plans.
    enum ErasingSQL {
        /// The records that were begun elsewhere and became part of hers.
        static let begun = "SELECT other FROM claims WHERE person = ? AND undone_at IS NULL"

        /// What was said, and what was to come; ?1 is the person here and below.
        static let drop = [
            """
            UPDATE inbound_keys SET answer = NULL WHERE key IN (
                SELECT arrival FROM transcript WHERE session IN (SELECT id FROM sessions WHERE person = ?1))
            """,
            "UPDATE inbound_keys SET answer = NULL WHERE key IN (SELECT arrival FROM transcript WHERE person = ?1)",
            "DELETE FROM session_places WHERE session IN (SELECT id FROM sessions WHERE person = ?1)",
            "DELETE FROM notes WHERE session IN (SELECT id FROM sessions WHERE person = ?1)",
            "DELETE FROM notes WHERE case_number IN (SELECT number FROM cases WHERE person = ?1)",
            "DELETE FROM tags WHERE session IN (SELECT id FROM sessions WHERE person = ?1)",
            "DELETE FROM held_messages WHERE address IN (SELECT id FROM addresses WHERE person = ?1)",
            "DELETE FROM transcript WHERE session IN (SELECT id FROM sessions WHERE person = ?1)",
            "DELETE FROM transcript WHERE person = ?1",
            "DELETE FROM requests WHERE session IN (SELECT id FROM sessions WHERE person = ?1)",
            "DELETE FROM timers WHERE session IN (SELECT id FROM sessions WHERE person = ?1)",
            "DELETE FROM reminders WHERE person = ?1",
            "DELETE FROM guests WHERE person = ?1",
            "DELETE FROM consents WHERE person = ?1",
            "DELETE FROM pleas WHERE person = ?1",
            "UPDATE pleas SET claim = NULL WHERE claim IN (SELECT id FROM claims WHERE person = ?1)",
            "UPDATE pleas SET claim = NULL WHERE claim IN (SELECT id FROM claims WHERE other = ?1)",
            "DELETE FROM claim_rows WHERE claim IN (SELECT id FROM claims WHERE person = ?1)",
            "DELETE FROM claim_rows WHERE claim IN (SELECT id FROM claims WHERE other = ?1)",
            "DELETE FROM claims WHERE person = ?1",
            "DELETE FROM claims WHERE other = ?1",
            "DELETE FROM claim_codes WHERE person = ?1",
        ]

        /// What is not on its way never goes. What went, or is on its way, still counts; no provider's number of it leads
        /// to her.
        static let messages = [
            """
            DELETE FROM deliveries WHERE outbox IN (
                SELECT id FROM outbox WHERE person = ?1 AND due_at IS NOT NULL AND state = 0)
            """,
            "DELETE FROM outbox WHERE person = ?1 AND due_at IS NOT NULL AND state = 0",
            "UPDATE deliveries SET provider_id = NULL WHERE outbox IN (SELECT id FROM outbox WHERE person = ?1)",
            """
            UPDATE outbox
            SET person = 0, address = 0, message = x'', trace = NULL, expires_at = iif(due_at IS NULL, expires_at, created_at)
            WHERE person = ?1
            """,
        ]

        static let closeCases = """
            UPDATE cases SET person = 0, session = NULL, words = ?2, closed_at = coalesce(closed_at, ?3) WHERE person = ?1
            """

        /// They still count; whose they were is not to be told, not even that two were one person's.
        static let leaveSessions = """
            UPDATE sessions
            SET person = 0, address = 0, ended_at = coalesce(ended_at, ?2), outcome = coalesce(outcome, 'forgotten'),
                silence_at = NULL, state = NULL
            WHERE person = ?1
            """

        static let blankPerson = "UPDATE persons SET record = x'', erased_at = ? WHERE id = ?"

        static let lastErased = "SELECT max(erased_at) FROM persons WHERE erased_at IS NOT NULL"

        static let all =
            [begun, closeCases, leaveSessions, blankPerson, lastErased] + drop + messages
    }

    /// The texts of the statements that take a number from someone who is erased.
    enum PartingSQL {
        /// The numbers she has or had.
        static let numbers = """
            SELECT profiles.address, addresses.person, addresses.fingerprint, addresses.gate, addresses.stopped,
                   profiles.left_at
            FROM profiles JOIN addresses ON addresses.id = profiles.address
            WHERE profiles.person = ?
            """

        static let others = "SELECT 1 FROM profiles WHERE address = ? AND person <> ? LIMIT 1"

        static let dropProfile = "DELETE FROM profiles WHERE address = ? AND person = ?"

        /// Somebody new in her place.
        static let replace = "UPDATE profiles SET person = ? WHERE address = ? AND person = ?"

        static let lead = "UPDATE addresses SET person = ?, gate = ?, objection_until = NULL WHERE id = ?"

        /// Nothing leads to the row any more; rows of others may still name it.
        static let blank = """
            UPDATE addresses
            SET person = 0, fingerprint = randomblob(16), sealed = x'', gate = NULL, attempts = NULL, heard_at = NULL,
                shared = 0, stopped = 0, blocked_until = NULL, objection_until = NULL
            WHERE id = ?
            """

        static let suppress = "INSERT INTO suppressions (fingerprint, at) VALUES (?, ?) ON CONFLICT DO NOTHING"

        static let isSuppressed = "SELECT 1 FROM suppressions WHERE fingerprint = ?"

        static let unsuppress = "DELETE FROM suppressions WHERE fingerprint = ?"

        /// What waits of her long messages.
        static let waitingBytes = """
            SELECT coalesce(sum(bytes), 0) FROM long_messages WHERE fingerprint = ? AND closed_at IS NULL
            """

        static let dropLongMessages = "DELETE FROM long_messages WHERE fingerprint = ? AND closed_at IS NULL"

        static let all = [
            numbers, others, dropProfile, replace, lead, blank, suppress, isSuppressed, unsuppress, waitingBytes,
            dropLongMessages,
        ]
    }
}
