import Expressions
import Sealing

extension Writer {
    /// The texts of the statements about long messages; the tests ask for their query plans.
    enum PartSQL {
        /// The part's place is empty where the second table has no row.
        static let longMessage = """
            SELECT long_messages.id, long_messages.count, long_messages.missing, long_messages.closed_at, parts.digest
            FROM long_messages LEFT JOIN parts ON parts.message = long_messages.id AND parts.number = ?
            WHERE long_messages.key = ?
            """

        static let begin = """
            INSERT INTO long_messages (key, channel, fingerprint, sealed, count, missing, bytes, lifetime, until_at)
            VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)
            """

        static let addPart = "INSERT INTO parts (message, number, digest, sealed) VALUES (?, ?, ?, ?)"

        static let countPart = "UPDATE long_messages SET missing = missing - 1, bytes = bytes + ? WHERE id = ?"

        static let texts = "SELECT sealed FROM parts WHERE message = ? AND sealed IS NOT NULL ORDER BY number"

        static let dropTexts = "UPDATE parts SET sealed = NULL WHERE message = ?"

        static let close = """
            UPDATE long_messages
            SET closed_at = ?1, until_at = ?1 + lifetime, fingerprint = NULL, sealed = NULL, bytes = 0
            WHERE id = ?2
            """

        static let forget = "DELETE FROM long_messages WHERE id = ?"

        static let forgetClosed = "DELETE FROM long_messages WHERE closed_at IS NOT NULL AND until_at <= ?"

        static let oldestOfSender = """
            SELECT min(id), count(*) FROM long_messages WHERE fingerprint = ? AND channel = ? AND closed_at IS NULL
            """

        static let missing = "SELECT missing FROM long_messages WHERE id = ?"

        static let due = """
            SELECT id FROM long_messages
            WHERE channel = ? AND closed_at IS NULL AND until_at <= ? ORDER BY until_at LIMIT ?
            """

        static let dueSender = """
            SELECT fingerprint, sealed, channel FROM long_messages WHERE id = ? AND closed_at IS NULL AND until_at <= ?
            """

        /// Asked once, when the writer remembers nothing yet.
        static let waitingBytes = "SELECT coalesce(sum(bytes), 0) FROM long_messages WHERE closed_at IS NULL"

        static let beginTrial = "SAVEPOINT trial"

        static let takeBack = "ROLLBACK TO trial"

        static let endTrial = "RELEASE trial"

        static let all = [
            longMessage, begin, addPart, countPart, texts, dropTexts, close, forget, forgetClosed, oldestOfSender,
            missing,
            due, dueSender,
        ]
    }

    /// Begins a change that can be taken back. Returns the bytes that wait.
    func beginTrial() throws(StoreFault) -> Int {
        try query(PartSQL.beginTrial).run()
        return memory.partBytes
    }

    /// Ends it.
    ///
    /// - Parameter bytes: What waited before.
    mutating func endTrial(_ bytes: Int, isKept: Bool) throws(StoreFault) {
        if !isKept {
            try query(PartSQL.takeBack).run()
            memory.partBytes = bytes
        }
        try query(PartSQL.endTrial).run()
    }

    /// The message under a part's key.
    func longMessage(of part: PartDraft) throws(StoreFault) -> KnownLongMessage? {
        try query(PartSQL.longMessage).first(part.index, part.message) { columns in
            KnownLongMessage(
                id: columns.integer(0), count: Int(columns.integer(1)), missing: Int(columns.integer(2)),
                isOpen: columns.isNull(3), digest: columns.optional(4, columns.bytes))
        }
    }

    /// The oldest message of a sender who may have no more; nil while she may.
    func crowdedOut(
        _ sender: AddressKey, _ channel: String, _ limits: PartLimits
    ) throws(StoreFault) -> (id: Int64, missing: Int)? {
        let oldest = try query(PartSQL.oldestOfSender).first(sender.fingerprint, channel) { columns in
            (id: columns.integer(0), count: columns.integer(1))
        }
        guard let oldest, oldest.count > 0, oldest.count >= limits.openMessages else { return nil }
        return (oldest.id, try query(PartSQL.missing).first(oldest.id) { Int($0.integer(0)) } ?? 0)
    }

    func hasRoom(for part: PartDraft, _ limits: PartLimits) -> Bool {
        memory.partBytes + part.text.utf8.count + KeyRing.overhead <= limits.bytes
    }

    /// Puts a part into its message.
    mutating func insert(_ part: PartDraft, into message: Int64) throws(StoreFault) {
        let sealed = try seal(part.text, as: .part)
        try query(PartSQL.addPart).run(message, part.index, part.digest, sealed)
        try query(PartSQL.countPart).run(sealed.count, message)
        memory.partBytes += sealed.count
    }

    /// Keeps an arrival's key, so that its repeat is known; its answer says no more than that it was taken.
    mutating func remember(_ arrival: Arrival) throws(StoreFault) {
        guard let key = arrival.key, try !keepKey(key, at: arrival.at) else { return }
        try turns.renewKey.run(arrival.at, [UInt8]?.none, key)
    }

    /// The answer of the arrival that this one repeats; nil when it repeats none.
    func answer(ofRepeat arrival: Arrival) throws(StoreFault) -> [UInt8]?? {
        guard let key = arrival.key, let known = try known(key) else { return nil }
        return arrival.isRepeat(after: known.at, isNew: false) ? .some(known.answer) : nil
    }
}
