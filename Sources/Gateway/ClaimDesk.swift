import Conversation
import Expressions
package import Storage

/// Records that came to other numbers, for staff: what they were, and the way back.
package struct ClaimDesk: Sendable {
    /// As many as one call lists.
    package static let limit = 1_000

    private let store: any Store
    private let clock: Clock
    private let library: PackLibrary
    private let messageChannel: String?
    /// Seconds after which a message is too late.
    private let messageExpiry: Int64
    /// Called when there is something to send.
    private let wake: @Sendable () -> Void

    init(_ parts: GatewayParts, wake: @escaping @Sendable () -> Void) {
        store = parts.store
        clock = parts.clock
        library = parts.library
        messageChannel = parts.messageChannel
        messageExpiry = Int64(parts.settings.messageExpiry)
        self.wake = wake
    }

    /// The latest claims.
    package func list() async throws -> [ClaimNote] {
        try await store.claims(limit: Self.limit).map(ClaimNote.init)
    }

    /// Puts both records of a claim back as they were.
    package func undo(_ id: Int64) async throws -> ClaimUndoing {
        try await store.undoClaim(ClaimID(rawValue: id), at: clock.now)
    }

    /// The wishes for records that staff have not decided.
    package func waiting() async throws -> [PleaNote] {
        try await store.waitingPleas(limit: Self.limit).map(PleaNote.init)
    }

    /// Brings a record to whoever asked for it, after staff have made sure that she is who she says.
    ///
    /// - Parameter record: Whose record; nil for the only one that her old number had.
    package func approve(_ id: Int64, record: Int64?) async throws -> PleaOutcome {
        let pack = library.machine.packs.current
        let (draft, now) = (draft, clock.now)
        let outcome = try await store.approvePlea(
            PleaID(rawValue: id), record: record.map(PersonID.init(rawValue:)), at: now
        ) { record, begun in
            let objection = pack.objection(in: record?.language, at: now)
            return PleaDecision(
                merged: record?.merging(begun),
                word: draft(pack.words(.claimApproved, in: begun.language ?? record?.language)),
                notice: draft(pack.words(.claimNotice, in: record?.language)),
                objection: objection.flatMap { objection in
                    draft(objection.question).map { ObjectionDraft(objection, question: $0) }
                })
        }
        if outcome == .done { wake() }
        return outcome
    }

    /// Refuses a wish for a record.
    package func refuse(_ id: Int64) async throws -> PleaOutcome {
        let pack = library.machine.packs.current
        let draft = draft
        let outcome = try await store.refusePlea(PleaID(rawValue: id), at: clock.now) { _, begun in
            PleaDecision(merged: nil, word: draft(pack.words(.claimRefused, in: begun.language)), notice: nil)
        }
        if outcome == .done { wake() }
        return outcome
    }

    /// A text to be sent by SMS; nil where no channel sends any.
    private var draft: @Sendable (String?) -> OutboxDraft? {
        let (channel, expiresAt) = (messageChannel, clock.now + messageExpiry)
        return { text in
            guard let channel, let text else { return nil }
            return OutboxDraft(text, by: channel, until: expiresAt)
        }
    }
}

extension Pack {
    /// A text of the pack in somebody's language.
    fileprivate func words(_ name: BuiltInTexts.Name, in language: String?) -> String? {
        texts[name].version(place(of: language)).literal
    }
}

/// A claim as commands and pages read it: no numbers, no names.
package struct ClaimNote: Codable, Hashable, Sendable {
    package let id: Int64
    /// When it was (RFC 3339).
    package let at: String
    /// The record that came, and the one that became part of it.
    package let person, other: Int64
    /// What opened the record: `code`, `pin` or `staff`.
    package let by: String
    /// When it was undone (RFC 3339), nil while it stands.
    package let undoneAt: String?

    init(_ row: ClaimRow) {
        id = row.id.rawValue
        at = row.at.rfc3339()
        person = row.person.rawValue
        other = row.other.rawValue
        by = row.isByStaff ? "staff" : row.isByCode ? "code" : "pin"
        undoneAt = row.undoneAt?.rfc3339()
    }
}

/// A wish for a record as commands and pages read it: no numbers, no names.
package struct PleaNote: Codable, Hashable, Sendable {
    package let id: Int64
    /// When it was (RFC 3339).
    package let at: String
    /// The record of whoever asks.
    package let person: Int64
    /// The case that tells of it.
    package let caseNumber: Int
    /// The records that her old number had, the latest first; empty where it had none.
    package let records: [Int64]

    init(_ row: PleaRow) {
        id = row.id.rawValue
        at = row.at.rfc3339()
        person = row.person.rawValue
        caseNumber = row.caseNumber
        records = row.records.map(\.rawValue)
    }
}
