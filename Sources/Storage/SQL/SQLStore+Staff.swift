package import Expressions
import Sealing

extension SQLStore {
    package func staff() async throws(StoreFault) -> [StaffRow] {
        try await read { (database) throws(StoreFault) in
            try Query(database, Writer.StaffSQL.everybody).all { (columns) throws(StoreFault) in
                try StaffRow(columns, keys)
            }
        }
    }

    package func staff(named fingerprint: [UInt8]) async throws(StoreFault) -> StaffRow? {
        try await read { (database) throws(StoreFault) in
            try Query(database, Writer.StaffSQL.named).first(fingerprint) { (columns) throws(StoreFault) in
                try StaffRow(columns, keys)
            }
        }
    }

    package func hasAdmin() async throws(StoreFault) -> Bool {
        try await read { (database) throws(StoreFault) in
            try Query(database, Writer.StaffSQL.admin).first { $0.integer(0) } != nil
        }
    }

    package func invite(_ invitation: Invitation, at: Timestamp) async throws(StoreFault) {
        try await changes.commit { (writer) throws(StoreFault) in try writer.invite(invitation, at: at) }
    }

    package func invitation(_ digest: [UInt8], at: Timestamp) async throws(StoreFault) -> Invitation? {
        try await read { (database) throws(StoreFault) in
            try Query(database, Writer.StaffSQL.invitation).first(digest, at, read: Invitation.init)
        }
    }

    package func join(_ digest: [UInt8], as draft: StaffDraft, at: Timestamp) async throws(StoreFault) -> Joining {
        try await changes.commit { (writer) throws(StoreFault) in try writer.join(digest, as: draft, at: at) }
    }

    package func beginSignIn(
        _ id: StaffID, at: Timestamp, wait: @escaping @Sendable (Int) -> Int64
    ) async throws(StoreFault) -> Timestamp? {
        try await changes.commit { (writer) throws(StoreFault) in try writer.beginSignIn(id, at: at, wait: wait) }
    }

    package func signIn(
        _ id: StaffID, by proof: SecondProof, digest: [UInt8], at: Timestamp, until: Timestamp
    ) async throws(StoreFault) -> Bool {
        try await changes.commit { (writer) throws(StoreFault) in
            try writer.signIn(id, by: proof, digest: digest, at: at, until: until)
        }
    }

    package func signIn(_ digest: [UInt8], at: Timestamp, idleSince: Timestamp) async throws(StoreFault) -> SignIn? {
        try await read { (database) throws(StoreFault) in
            try Query(database, Writer.StaffSQL.signIn).first(digest, at, idleSince) { (columns) throws(StoreFault) in
                try SignIn(columns, keys)
            }
        }
    }

    package func touchSignIn(_ digest: [UInt8], at: Timestamp) async throws(StoreFault) {
        try await changes.commit { (writer) throws(StoreFault) in
            try writer.query(Writer.StaffSQL.touch).run(at, digest)
        }
    }

    package func signOut(_ digest: [UInt8], at: Timestamp) async throws(StoreFault) {
        try await changes.commit { (writer) throws(StoreFault) in try writer.signOut(digest, at: at) }
    }

    package func signOutEverywhere(_ id: StaffID, at: Timestamp) async throws(StoreFault) {
        try await changes.commit { (writer) throws(StoreFault) in try writer.signOutEverywhere(id, at: at) }
    }

    package func change(
        _ id: StaffID, _ change: StaffChange, by admin: StaffID, at: Timestamp
    ) async throws(StoreFault) -> StaffChanging {
        try await changes.commit { (writer) throws(StoreFault) in
            try writer.change(id, change, by: admin, at: at)
        }
    }
}

extension StaffRow {
    /// Reads the columns of `StaffSQL.everybody`.
    fileprivate init(_ columns: Columns, _ keys: KeyRing) throws(StoreFault) {
        self.init(
            id: StaffID(rawValue: columns.integer(0)),
            record: try StaffRecord(keys.opened(columns.bytes(1), as: .staff)),
            role: try StaffRole(column: columns.text(2)), step: columns.integer(3), failures: Int(columns.integer(4)),
            blockedUntil: Timestamp(milliseconds: columns.integer(5)),
            joinedAt: Timestamp(milliseconds: columns.integer(6)),
            disabledAt: columns.optional(7, columns.integer).map(Timestamp.init(milliseconds:)))
    }
}

extension SignIn {
    /// Reads the columns of `StaffSQL.signIn`.
    fileprivate init(_ columns: Columns, _ keys: KeyRing) throws(StoreFault) {
        self.init(
            digest: columns.bytes(0), staff: StaffID(rawValue: columns.integer(1)),
            name: try StaffRecord(keys.opened(columns.bytes(2), as: .staff)).name,
            role: try StaffRole(column: columns.text(3)), begunAt: Timestamp(milliseconds: columns.integer(4)),
            seenAt: Timestamp(milliseconds: columns.integer(5)))
    }
}
