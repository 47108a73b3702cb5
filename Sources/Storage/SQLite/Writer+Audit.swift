import Expressions
import Sealing

extension Writer {
    /// Adds an entry behind the last one.
    func note(_ entry: AuditDraft, at: Timestamp) throws(StoreFault) {
        let last = try query(AuditSQL.last).first { $0.bytes(0) } ?? AuditChain.root
        let hash = AuditChain.hash(
            after: last, at: at, staff: entry.staff, token: entry.token, entry.act.rawValue, entry.subject)
        try query(AuditSQL.add).run(
            at, entry.staff?.rawValue, entry.token?.rawValue, entry.act.rawValue, entry.subject, hash)
    }
}

extension AuditChain {
    /// The hash of an entry of the store.
    fileprivate static func hash(
        after last: [UInt8], at: Timestamp, staff: StaffID?, token: TokenID?, _ act: String, _ subject: String?
    ) -> [UInt8] {
        let who = token.map { "token \($0.rawValue)" } ?? staff.map { "\($0.rawValue)" }
        return hash(after: last, ["\(at.milliseconds)", who, act, subject])
    }
}

extension AuditRow {
    /// Reads the columns of `AuditSQL`.
    init(_ columns: Columns) {
        self.init(
            id: columns.integer(0), at: Timestamp(milliseconds: columns.integer(1)),
            staff: columns.optional(2, columns.integer).map(StaffID.init(rawValue:)),
            token: columns.optional(6, columns.integer).map(TokenID.init(rawValue:)), act: columns.text(3),
            subject: columns.optional(4, columns.text), hash: columns.bytes(5))
    }

    /// Whether the entry follows from the one before.
    func follows(_ last: [UInt8]) -> Bool {
        AuditChain.hash(after: last, at: at, staff: staff, token: token, act, subject) == hash
    }
}
