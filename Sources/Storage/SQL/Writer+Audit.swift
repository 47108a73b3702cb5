import Expressions
import Sealing

extension Writer {
    /// Adds an entry behind the last one.
    func note(_ entry: AuditDraft, at: Timestamp) throws(StoreFault) {
        let last = try query(AuditSQL.last).first { $0.bytes(0) } ?? AuditChain.root
        let hash = AuditChain.hash(
            after: last, at: at, staff: entry.staff, token: entry.token, entry.act.rawValue, entry.subject,
            entry.reason)
        let id = try query(AuditSQL.add).inserted(
            at, entry.staff?.rawValue, entry.token?.rawValue, entry.act.rawValue, entry.subject, hash)
        guard let reason = entry.reason else { return }
        try query(AuditSQL.addReason).run(id, seal(reason, as: .note))
    }
}

extension AuditChain {
    /// The hash of an entry of the store.
    fileprivate static func hash(
        after last: [UInt8], at: Timestamp, staff: StaffID?, token: TokenID?, _ act: String, _ subject: String?,
        _ reason: String?
    ) -> [UInt8] {
        let who = token.map { "token \($0.rawValue)" } ?? staff.map { "\($0.rawValue)" }
        // Where no reason is asked for, there is none in the hash.
        let why = reason.map { [Optional($0)] } ?? []
        return hash(after: last, ["\(at.milliseconds)", who, act, subject] + why)
    }
}

extension AuditRow {
    /// Reads the columns of `AuditSQL`.
    init(_ columns: Columns, _ keys: KeyRing) throws(StoreFault) {
        let reason = try columns.optional(6, columns.bytes).map { (sealed) throws(StoreFault) in
            try keys.openedText(sealed, as: .note)
        }
        self.init(
            id: columns.integer(0), at: Timestamp(milliseconds: columns.integer(1)),
            staff: columns.optional(2, columns.integer).map(StaffID.init(rawValue:)),
            token: columns.optional(7, columns.integer).map(TokenID.init(rawValue:)), act: columns.text(3),
            subject: columns.optional(4, columns.text), reason: reason, hash: columns.bytes(5))
    }

    /// Whether the entry follows from the one before.
    func follows(_ last: [UInt8]) -> Bool {
        AuditChain.hash(after: last, at: at, staff: staff, token: token, act, subject, reason) == hash
    }
}
