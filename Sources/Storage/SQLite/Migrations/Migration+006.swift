import Conversation
import GRDB
import Sealing

extension Migration {
    /// What people say, and what tells who they are, lies on the disk only sealed.
    static let sealed = Migration(
        name: "006 sealed",
        sql: """
            ALTER TABLE transcript ADD COLUMN line BLOB NOT NULL DEFAULT x'';
            ALTER TABLE outbox ADD COLUMN message BLOB NOT NULL DEFAULT x'';
            ALTER TABLE cases ADD COLUMN words BLOB NOT NULL DEFAULT x'';
            ALTER TABLE requests ADD COLUMN question BLOB NOT NULL DEFAULT x'';
            """,
        fill: { database, keys in try FirstSealing(database: database, keys: keys).run() },
        end: """
            ALTER TABLE transcript DROP COLUMN input;
            ALTER TABLE transcript DROP COLUMN reply;
            ALTER TABLE transcript DROP COLUMN understood;
            ALTER TABLE transcript DROP COLUMN flags;
            ALTER TABLE outbox DROP COLUMN text;
            ALTER TABLE cases DROP COLUMN note;
            ALTER TABLE requests DROP COLUMN path;
            ALTER TABLE requests DROP COLUMN body;
            """)
}

/// Seals what lay in clear, and anew what was sealed in the first format.
private struct FirstSealing {
    /// Rows held in memory at one time.
    private static let batch = 500

    let database: Database
    let keys: KeyRing

    /// The columns that had the same name in clear.
    private static let clear: [SealedColumn] = [
        .persons, .sessions, .gates, .answers, .claimed, .begun,
    ]

    func run() throws {
        for column in [SealedColumn.numbers, .senders, .parts] {
            try rewrite(column) { (columns) throws(StoreFault) in
                do {
                    return try keys.openFirstFormat(columns.bytes(1), as: column.field)
                } catch {
                    throw StoreFault(.location, KeyFault.otherKey.description)
                }
            }
        }
        for column in Self.clear { try rewrite(column) { $0.bytes(1) } }
        try rewrite(.lines, select: Self.lines) { (columns) throws(StoreFault) in
            let flags = try columns.optional(4, columns.text).map { (text) throws(StoreFault) in
                try FlagCoding.flags(in: text)
            }
            return SpokenLine(
                input: columns.text(1), reply: columns.optional(2, columns.text), understood: columns.text(3),
                flags: flags ?? []
            ).encoded()
        }
        try rewrite(.messages, select: Self.messages) { Array($0.text(1).utf8) }
        try rewrite(.cases, select: Self.cases) { Array($0.text(1).utf8) }
        try rewrite(.requests, select: Self.requests) { columns in
            Question(path: columns.text(1), body: columns.optional(2, columns.text)).encoded()
        }
    }

    private static let lines = """
        SELECT id, input, reply, understood, flags FROM transcript WHERE id > ? ORDER BY id LIMIT ?
        """
    private static let messages = "SELECT id, text FROM outbox WHERE id > ? ORDER BY id LIMIT ?"
    private static let cases = "SELECT number, note FROM cases WHERE number > ? ORDER BY number LIMIT ?"
    private static let requests = "SELECT id, path, body FROM requests WHERE id > ? ORDER BY id LIMIT ?"

    /// Walks a column's rows and seals what is read of each.
    private func rewrite(
        _ column: SealedColumn, select: String? = nil, _ read: (Columns) throws(StoreFault) -> [UInt8]
    ) throws(StoreFault) {
        let connection = SQLiteConnection(database)
        let (find, update) = (try Query(connection, select ?? column.select), try Query(connection, column.update))
        var place: Int64 = 0
        while true {
            let rows = try find.all(place, Self.batch) { (columns) throws(StoreFault) in
                (columns.integer(0), try read(columns))
            }
            for (row, value) in rows { try update.run(keys.sealed(value, as: column.field), row) }
            guard rows.count == Self.batch, let last = rows.last else { return }
            place = last.0
        }
    }
}
