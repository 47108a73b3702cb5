import Conversation
import Expressions
import Sealing

/// Who may sign in, and in which browsers she has.
extension Writer {
    func invite(_ invitation: Invitation, at: Timestamp) throws(StoreFault) {
        try query(StaffSQL.forgetInvitations).run(at)
        if let staff = invitation.staff {
            guard try query(StaffSQL.record).first(staff.rawValue, read: { $0.bytes(0) }) != nil else {
                throw StoreFault(.refused, "there is no member of staff \(staff.rawValue)")
            }
            try query(StaffSQL.dropRenewals).run(staff.rawValue)
        } else if invitation.invitedBy == nil {
            try query(StaffSQL.dropPrinted).run()
        }
        try query(StaffSQL.addInvitation).run(
            invitation.digest, invitation.role.rawValue, invitation.staff?.rawValue, invitation.invitedBy?.rawValue,
            invitation.expiresAt)
        let subject = invitation.staff.map { "staff \($0.rawValue)" } ?? invitation.role.rawValue
        let act: StaffAct = invitation.staff == nil ? .invite : .renewLink
        try note(AuditDraft(act, by: invitation.invitedBy, on: subject), at: at)
    }

    func join(_ digest: [UInt8], as draft: StaffDraft, at: Timestamp) throws(StoreFault) -> Joining {
        guard let invitation = try query(StaffSQL.invitation).first(digest, at, read: Invitation.init) else {
            return .unknown
        }
        let isPrinted = invitation.staff == nil && invitation.invitedBy == nil
        if isPrinted, try query(StaffSQL.admin).first(read: { $0.integer(0) }) != nil { return .unknown }
        let record = try seal(draft.record.encoded(), as: .staff)
        let id: StaffID
        if let staff = invitation.staff {
            try query(StaffSQL.renew).run(record, draft.step, staff.rawValue)
            try query(StaffSQL.dropCodes).run(staff.rawValue)
            try query(StaffSQL.signOutEverywhere).run(staff.rawValue)
            id = staff
        } else {
            let added = try query(StaffSQL.add).first(
                draft.fingerprint, record, invitation.role.rawValue, draft.step, at, read: { $0.integer(0) })
            guard let added else { return .nameTaken }
            id = StaffID(rawValue: added)
        }
        for code in draft.recoveryCodes { try query(StaffSQL.addCode).run(id.rawValue, code) }
        try query(StaffSQL.takeInvitation).run(digest)
        try note(
            AuditDraft(invitation.staff == nil ? .join : .renew, by: id, on: "staff \(id.rawValue)"), at: at)
        return .done(id)
    }

    func beginSignIn(_ id: StaffID, at: Timestamp, wait: (Int) -> Int64) throws(StoreFault) -> Timestamp? {
        let attempts = try query(StaffSQL.attempts).first(id.rawValue) { columns in
            (failures: Int(columns.integer(0)), until: Timestamp(milliseconds: columns.integer(1)))
        }
        guard let attempts else { throw StoreFault(.refused, "there is no member of staff \(id.rawValue)") }
        guard attempts.until <= at else { return attempts.until }
        let failures = attempts.failures + 1
        try query(StaffSQL.countAttempt).run(failures, at + wait(failures), id.rawValue)
        return nil
    }

    func signIn(
        _ id: StaffID, by proof: SecondProof, digest: [UInt8], at: Timestamp, until: Timestamp
    ) throws(StoreFault) -> Bool {
        switch proof {
        case .step(let step): try query(StaffSQL.useStep).run(step, id.rawValue)
        case .recovery(let code): try query(StaffSQL.useCode).run(id.rawValue, code)
        }
        guard try changes == 1 else { return false }
        try query(StaffSQL.forgetAttempts).run(id.rawValue)
        try addSignIn(digest, id, at: at, until: until)
        try note(AuditDraft(.signIn, by: id), at: at)
        return true
    }

    private func addSignIn(_ digest: [UInt8], _ id: StaffID, at: Timestamp, until: Timestamp) throws(StoreFault) {
        try query(StaffSQL.forgetSignIns).run(at)
        try query(StaffSQL.addSignIn).run(digest, id.rawValue, at, at, until)
    }

    func signOut(_ digest: [UInt8], at: Timestamp) throws(StoreFault) {
        guard let id = try query(StaffSQL.whose).first(digest, read: { $0.integer(0) }) else { return }
        try query(StaffSQL.signOut).run(digest)
        try note(AuditDraft(.signOut, by: StaffID(rawValue: id)), at: at)
    }

    func signOutEverywhere(_ id: StaffID, at: Timestamp) throws(StoreFault) {
        try query(StaffSQL.signOutEverywhere).run(id.rawValue)
        try note(AuditDraft(.signOutEverywhere, by: id), at: at)
    }

    func change(
        _ id: StaffID, _ change: StaffChange, by admin: StaffID, at: Timestamp
    ) throws(StoreFault) -> StaffChanging {
        guard try query(StaffSQL.record).first(id.rawValue, read: { $0.bytes(0) }) != nil else { return .unknown }
        if change.takesAdmin, try query(StaffSQL.otherAdmin).first(id.rawValue, read: { $0.integer(0) }) == nil {
            return .lastAdmin
        }
        let subject = "staff \(id.rawValue)"
        switch change {
        case .role(let role):
            try query(StaffSQL.role).run(role.rawValue, id.rawValue)
            try note(AuditDraft(.role, by: admin, on: subject + " " + role.rawValue), at: at)
        case .disable:
            try query(StaffSQL.disable).run(at, id.rawValue)
            try query(StaffSQL.dropRenewals).run(id.rawValue)
            try note(AuditDraft(.disable, by: admin, on: subject), at: at)
        case .enable:
            try query(StaffSQL.enable).run(id.rawValue)
            try note(AuditDraft(.enable, by: admin, on: subject), at: at)
        }
        if change.takesAdmin {
            try query(StaffSQL.dropInvitations).run(id.rawValue)
            try query(TokenSQL.revokeAll).run(at, id.rawValue)
        }
        try query(StaffSQL.signOutEverywhere).run(id.rawValue)
        return .done
    }
}

extension StaffChange {
    /// Whether an admin would be one no longer.
    fileprivate var takesAdmin: Bool {
        switch self {
        case .role(let role): role != .admin
        case .disable: true
        case .enable: false
        }
    }
}

extension Invitation {
    /// Reads the columns of `StaffSQL.invitation`.
    init(_ columns: Columns) throws(StoreFault) {
        self.init(
            digest: columns.bytes(0), role: try StaffRole(column: columns.text(1)),
            staff: columns.optional(2, columns.integer).map(StaffID.init(rawValue:)),
            invitedBy: columns.optional(3, columns.integer).map(StaffID.init(rawValue:)),
            expiresAt: Timestamp(milliseconds: columns.integer(4)))
    }
}

extension StaffRole {
    /// Reads a column that the schema lets hold roles only.
    init(column text: String) throws(StoreFault) {
        guard let role = StaffRole(rawValue: text) else { throw StoreFault(.damaged, "there is no role '\(text)'") }
        self = role
    }
}
