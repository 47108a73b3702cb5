package import Expressions
import Sealing

extension SQLStore {
    package func tokens() async throws(StoreFault) -> [TokenRow] {
        try await read { (database) throws(StoreFault) in
            try Query(database, Writer.TokenSQL.everything).all { (columns) throws(StoreFault) in
                try TokenRow(columns, keys)
            }
        }
    }

    package func token(_ digest: [UInt8]) async throws(StoreFault) -> TokenRow? {
        try await read { (database) throws(StoreFault) in
            try Query(database, Writer.TokenSQL.one).first(digest) { (columns) throws(StoreFault) in
                try TokenRow(columns, keys)
            }
        }
    }

    package func keepToken(_ draft: TokenDraft, at: Timestamp) async throws(StoreFault) -> TokenID {
        try await changes.commit { (writer) throws(StoreFault) in try writer.keep(draft, at: at) }
    }

    package func revokeToken(_ id: TokenID, by admin: StaffID?, at: Timestamp) async throws(StoreFault) -> Bool {
        try await changes.commit { (writer) throws(StoreFault) in try writer.revoke(id, by: admin, at: at) }
    }

    package func touchToken(_ id: TokenID, at: Timestamp) async throws(StoreFault) {
        try await changes.commit { (writer) throws(StoreFault) in
            try writer.query(Writer.TokenSQL.touch).run(at, id.rawValue)
        }
    }
}

extension TokenRow {
    /// Reads the columns of `TokenSQL.everything`.
    fileprivate init(_ columns: Columns, _ keys: KeyRing) throws(StoreFault) {
        self.init(
            id: TokenID(rawValue: columns.integer(0)), name: try keys.openedText(columns.bytes(1), as: .note),
            role: try StaffRole(column: columns.text(2)),
            maker: columns.optional(3, columns.integer).map(StaffID.init(rawValue:)),
            madeAt: Timestamp(milliseconds: columns.integer(4)),
            expiresAt: columns.optional(5, columns.integer).map(Timestamp.init(milliseconds:)),
            usedAt: columns.optional(6, columns.integer).map(Timestamp.init(milliseconds:)),
            revokedAt: columns.optional(7, columns.integer).map(Timestamp.init(milliseconds:)))
    }
}
