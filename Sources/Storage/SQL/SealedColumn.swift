import Sealing

/// A column whose values are sealed, and how its rows are walked.
struct SealedColumn: Sendable {
    let field: SealedField
    /// Gives place and value of the rows after a place, in order, at most so many.
    let select: String
    /// Takes a value and a place.
    let update: String
    /// How many there are.
    let count: String

    /// What was erased is empty.
    ///
    /// - Parameter key: The table's integer key.
    private init(_ table: StaticString, key: StaticString = "id", _ column: StaticString, _ field: SealedField) {
        self.field = field
        select = """
            SELECT \(key), \(column) FROM \(table) WHERE \(key) > ? AND length(\(column)) > 0 ORDER BY \(key) LIMIT ?
            """
        update = "UPDATE \(table) SET \(column) = ? WHERE \(key) = ?"
        count = "SELECT count(*) FROM \(table) WHERE length(\(column)) > 0"
    }

    private init(_ field: SealedField, select: String, update: String, count: String) {
        self.field = field
        self.select = select
        self.update = update
        self.count = count
    }

    /// Parts have no integer key: their place is that of their message with their number in the last byte, which is
    /// enough, since no message has more than 255 of them (3GPP TS 23.040, 9.2.3.24.1).
    static let parts = SealedColumn(
        .part,
        select: """
            SELECT message << 8 | number, sealed FROM parts
            WHERE (message, number) > (?1 >> 8, ?1 & 255) AND sealed IS NOT NULL ORDER BY message, number LIMIT ?2
            """,
        update: "UPDATE parts SET sealed = ?1 WHERE message = ?2 >> 8 AND number = ?2 & 255",
        count: "SELECT count(*) FROM parts WHERE sealed IS NOT NULL")

    static let numbers = SealedColumn("addresses", "sealed", .number)
    static let senders = SealedColumn("long_messages", "sealed", .number)
    static let persons = SealedColumn("persons", "record", .person)
    static let sessions = SealedColumn("sessions", "state", .session)
    static let gates = SealedColumn("addresses", "gate", .gate)
    static let answers = SealedColumn("inbound_keys", "answer", .answer)
    static let claimed = SealedColumn("claims", "person_before", .person)
    static let begun = SealedColumn("claims", "other_before", .person)
    static let lines = SealedColumn("transcript", "line", .line)
    static let messages = SealedColumn("outbox", "message", .message)
    static let cases = SealedColumn("cases", key: "number", "words", .note)
    static let notes = SealedColumn("notes", "words", .note)
    static let tags = SealedColumn("tags", "words", .note)
    static let reasons = SealedColumn("audit_reasons", key: "entry", "words", .note)
    static let requests = SealedColumn("requests", "question", .request)
    static let staff = SealedColumn("staff", "record", .staff)
    static let tokens = SealedColumn("tokens", "name", .note)
    static let held = SealedColumn("held_messages", "message", .held)

    /// The key that numbers are looked up with is kept under a name.
    static let lookup = SealedColumn(
        .lookup,
        select: "SELECT rowid, value FROM marks WHERE rowid > ? AND name = 'lookup key' ORDER BY rowid LIMIT ?",
        update: "UPDATE marks SET value = ? WHERE rowid = ?",
        count: "SELECT count(*) FROM marks WHERE name = 'lookup key'")

    /// Every one of them.
    static let all = [
        lookup, numbers, gates, persons, sessions, lines, answers, messages, cases, notes, tags, requests, claimed,
        begun, senders, parts, staff, tokens, held, reasons,
    ]
}
