package import Expressions

/// What staff did, in one word for the audit log; words never change their meaning.
package enum StaffAct: String, Hashable, Sendable, CaseIterable {
    case signIn = "sign-in"
    case signInFailed = "sign-in failed"
    case signOut = "sign-out"
    case signOutEverywhere = "sign-out everywhere"
    case join, renew, invite
    case renewLink = "renew link"
    case role, disable, enable
    case approveClaim = "approve claim"
    case refuseClaim = "refuse claim"
    case undoClaim = "undo claim"
    case retryMessages = "retry messages"
    case checkPack = "check pack"
    case publishPack = "publish pack"
    case runRetention = "run retention"
    case goBack = "go back"
    case checkTable = "check table"
    case takeTable = "take table"
    case readSession = "read session"
    case searchSession = "search session"
    case readAudit = "read audit"
    case readCase = "read case"
    case assignCase = "assign case"
    case noteCase = "note on case"
    case closeCase = "close case"
    case makeToken = "make token"
    case revokeToken = "revoke token"
    case answerSession = "answer in session"
    case handBack = "hand session back"
    case moveSession = "move session"
    case restartSession = "restart session"
    case endSession = "end session"
    case noteSession = "note on session"
    case tagSession = "tag session"
    case saveTalk = "save talk"
    case blockNumber = "block number"
    case unblockNumber = "unblock number"
    case exportPerson = "export person"
    case exportResults = "export results"
}

/// An entry for the audit log.
package struct AuditDraft: Hashable, Sendable {
    /// Who did it; nil where the gateway itself did, or a program.
    package let staff: StaffID?
    /// The token of the program that did it; nil where none did.
    package let token: TokenID?
    package let act: StaffAct
    /// What it was done to: a kind and a number, neither a name nor a phone number.
    package let subject: String?
    /// Why, in the words of whoever did it; nil where that is not asked.
    package let reason: String?

    package init(_ act: StaffAct, by staff: StaffID?, on subject: String? = nil, because reason: String? = nil) {
        self.staff = staff
        token = nil
        self.act = act
        self.subject = subject
        self.reason = reason
    }

    /// - Parameter token: The token of the program that did it.
    package init(_ act: StaffAct, by token: TokenID, on subject: String? = nil) {
        staff = nil
        self.token = token
        self.act = act
        self.subject = subject
        reason = nil
    }
}

/// An entry of the audit log.
package struct AuditRow: Hashable, Sendable {
    package let id: Int64
    package let at: Timestamp
    package let staff: StaffID?
    /// The token of the program that did it; nil where none did.
    package let token: TokenID?
    /// The word of a `StaffAct`, or of one that a newer version knows.
    package let act: String
    package let subject: String?
    /// Why, in the words of whoever did it; nil where that was not asked.
    package let reason: String?
    /// Covers this entry and the hash before.
    package let hash: [UInt8]

    package init(
        id: Int64, at: Timestamp, staff: StaffID?, token: TokenID?, act: String, subject: String?, reason: String?,
        hash: [UInt8]
    ) {
        self.id = id
        self.at = at
        self.staff = staff
        self.token = token
        self.act = act
        self.subject = subject
        self.reason = reason
        self.hash = hash
    }
}

/// What a walk over the whole audit log found.
package struct AuditVerdict: Hashable, Sendable {
    /// Entries that follow from one another, counted from the first.
    package let sound: Int
    /// The number of the first entry that does not follow from the one before; nil where all do.
    package let broken: Int64?
    /// The hash of the last sound entry: written down elsewhere, it shows later whether entries are missing at the end.
    package let head: [UInt8]

    package init(sound: Int, broken: Int64?, head: [UInt8]) {
        self.sound = sound
        self.broken = broken
        self.head = head
    }
}
