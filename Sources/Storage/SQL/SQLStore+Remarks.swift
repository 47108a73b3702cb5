package import Expressions
import Sealing

extension SQLStore {
    /// The texts of the statements that read what staff wrote; the tests ask for their query plans.
    enum RemarkSQL {
        static let notes = "SELECT at, author, words FROM notes WHERE session = ? ORDER BY id"
        static let tags = "SELECT words FROM tags WHERE session = ?"
    }

    package func notes(of session: SessionID) async throws(StoreFault) -> [StaffNote] {
        try await read { (database) throws(StoreFault) in
            try Query(database, RemarkSQL.notes).all(session.rawValue) { (columns) throws(StoreFault) in
                try StaffNote(columns, keys)
            }
        }
    }

    package func tags(of session: SessionID) async throws(StoreFault) -> [String] {
        try await read { (database) throws(StoreFault) in
            try Query(database, RemarkSQL.tags).all(session.rawValue) { (columns) throws(StoreFault) in
                try keys.openedText(columns.bytes(0), as: .note)
            }.sorted()
        }
    }

    package func remark(
        _ remark: SessionRemark, on session: SessionID, by author: String, key: [UInt8], at: Timestamp
    ) async throws(StoreFault) -> Bool {
        try await changes.commit { (writer) throws(StoreFault) in
            try writer.keep(remark, on: session, by: author, key: key, at: at)
        }
    }
}

extension StaffNote {
    /// Reads when, who and what.
    init(_ columns: Columns, _ keys: KeyRing) throws(StoreFault) {
        self.init(
            at: Timestamp(milliseconds: columns.integer(0)), author: columns.text(1),
            text: try keys.openedText(columns.bytes(2), as: .note))
    }
}
