package import Conversation
package import Expressions
import GRDB
package import Sealing

/// The store in one SQLite file, for one process.
package struct SQLiteStore: Store {
    let pool: DatabasePool
    let keys: KeyRing
    let changes: GroupCommit
    private let log: LogScrubber

    /// Opens the database, makes it when it is missing, and brings its schema up to date.
    ///
    /// - Parameters:
    ///   - path: The file; its folder must exist.
    ///   - keys: What people say and who they are is on the disk only sealed with these.
    package init(
        path: String, keys: KeyRing, settings: SQLiteSettings = SQLiteSettings()
    ) throws(StoreFault) {
        self.keys = keys
        pool = try DatabaseOpening(path: path, keys: keys, settings: settings).pool()
        log = LogScrubber(pool, settings)
        changes = GroupCommit(pool, keys: keys, settings)
    }

    /// How well changes shared commits so far.
    package var statistics: CommitStatistics { changes.statistics }

    package func advance(
        _ arrival: Arrival, _ decide: @escaping @Sendable (Snapshot) -> Decision
    ) async throws(StoreFault) -> Settlement {
        try await changes.commit(isResult: arrival.subject.isResult) { (writer) throws(StoreFault) in
            try writer.advance(arrival, decide)
        }
    }

    package func snapshot(of session: SessionID) async throws(StoreFault) -> Snapshot? {
        try await changes.commit { (writer) throws(StoreFault) in try writer.snapshot(of: session) }
    }

    package func snapshot(
        of session: SessionID, at now: Timestamp, for decide: @escaping @Sendable (Snapshot) -> Decision
    ) async throws(StoreFault) -> Snapshot? {
        try await changes.commit { (writer) throws(StoreFault) in
            try writer.snapshot(of: session, at: now, for: decide)
        }
    }

    package func keepPart(
        _ part: PartDraft, of arrival: Arrival, limits: PartLimits, _ decide: @escaping PartDecision
    ) async throws(StoreFault) -> PartSettlement {
        let settlement = try await changes.commit { (writer) throws(StoreFault) in
            try writer.keep(part, of: arrival, limits, decide)
        }
        // Thrown only here: inside a group it would sink the neighbours too.
        guard let settlement else { throw .partsBusy(limit: limits.bytes) }
        return settlement
    }

    package func takeLongMessage(
        _ id: LongMessageID, at: Timestamp, _ decide: @escaping PartDecision
    ) async throws(StoreFault) -> Settlement {
        try await changes.commit { (writer) throws(StoreFault) in try writer.takeDue(id, at: at, decide) }
    }

    package func takeHeld(
        _ id: HeldID, at: Timestamp, _ decide: @escaping HeldDecision
    ) async throws(StoreFault) -> Settlement {
        try await changes.commit { (writer) throws(StoreFault) in try writer.takeHeld(id, at: at, decide) }
    }

    package func claimOutbox(
        rooms: [String: Int], at: Timestamp, lease: Int64
    ) async throws(StoreFault) -> [OutboxRow] {
        try await changes.commit { (writer) throws(StoreFault) in try writer.claim(rooms: rooms, at: at, lease: lease) }
    }

    package func settleOutbox(_ results: [OutboxResult]) async throws(StoreFault) {
        try await changes.commit(isResult: true) { (writer) throws(StoreFault) in try writer.settle(results) }
    }

    package func recordReport(_ report: DeliveryReport) async throws(StoreFault) -> ReportOutcome {
        try await changes.commit { (writer) throws(StoreFault) in try writer.report(report) }
    }

    package func reviveDeadLetters(
        _ ids: [OutboxID], at: Timestamp, expiresAt: Timestamp
    ) async throws(StoreFault) -> Int {
        try await changes.commit { (writer) throws(StoreFault) in
            try writer.revive(ids, at: at, expiresAt: expiresAt)
        }
    }

    package func dueTimers(at: Timestamp, limit: Int) async throws(StoreFault) -> [TimerID] {
        try await changes.commit { (writer) throws(StoreFault) in try writer.dueTimers(at: at, limit: limit) }
    }

    package func keepRevision(
        _ id: RevisionID, pack: String, archive: [UInt8], at: Timestamp
    ) async throws(StoreFault) {
        try await changes.commit { (writer) throws(StoreFault) in
            try writer.keepRevision(id, pack: pack, archive: archive, at: at)
        }
    }

    package func dropUnusedRevisions(except kept: [RevisionID], newest: Int) async throws(StoreFault) {
        try await changes.commit { (writer) throws(StoreFault) in
            try writer.dropUnusedRevisions(except: kept, newest: newest)
        }
    }

    package func mark(_ name: String, _ value: [UInt8]) async throws(StoreFault) -> [UInt8] {
        try await changes.commit { (writer) throws(StoreFault) in try writer.mark(name, value) }
    }

    package func undoClaim(_ id: ClaimID, at: Timestamp) async throws(StoreFault) -> ClaimUndoing {
        try await changes.commit { (writer) throws(StoreFault) in try writer.undoClaim(id, at: at) }
    }

    package func forgetGuests(at: Timestamp, limit: Int) async throws(StoreFault) -> Int {
        let (count, last) = try await changes.commit { (writer) throws(StoreFault) in
            (try writer.forgetGuests(at: at, limit: limit), try writer.lastErased())
        }
        await log.scrub(erasedAt: last)
        return count
    }

    package func agePeople(
        _ stretch: AgingStretch, _ age: @escaping @Sendable (Person) -> Person
    ) async throws(StoreFault) -> Aging {
        try await changes.commit { (writer) throws(StoreFault) in try writer.agePeople(stretch, age) }
    }

    package func dropTexts(_ kept: KeptTexts, at: Timestamp, limit: Int) async throws(StoreFault) -> DroppedTexts {
        try await changes.commit { (writer) throws(StoreFault) in try writer.dropTexts(kept, at: at, limit: limit) }
    }

    package func wakeReminders(
        of current: RuleVersion, at: Timestamp, limit: Int
    ) async throws(StoreFault) -> Int {
        try await changes.commit { (writer) throws(StoreFault) in
            try writer.wakeReminders(of: current, at: at, limit: limit)
        }
    }

    package func reseal(from place: ResealPlace, limit: Int) async throws(StoreFault) -> Resealing {
        try await changes.commit { (writer) throws(StoreFault) in try writer.reseal(from: place, limit: limit) }
    }

    package func forgetInbound(before: Timestamp, limit: Int) async throws(StoreFault) -> Int {
        try await changes.commit { (writer) throws(StoreFault) in
            let count = try writer.forgetKeys(before: before, limit: limit)
            try writer.forgetReports(before: before)
            try writer.forgetCodes(before: before)
            return count
        }
    }

    package func close() async {
        await changes.close()
        _ = try? await pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA optimize") }
        await log.empty()
        try? pool.close()
    }
}

extension Subject {
    /// Whether another system or a provider has done what it tells of.
    fileprivate var isResult: Bool {
        switch self {
        case .request, .recipient: true
        case .address, .timer, .reminder, .session: false
        }
    }
}

/// How the SQLite store works; the defaults suit one machine.
package struct SQLiteSettings: Hashable, Sendable {
    /// The most changes one transaction takes.
    package var groupLimit = 512
    /// The most changes that wait; more are refused as busy.
    package var queueLimit = 10_000
    /// Seconds that changes may have waited when more are refused as busy: half of what USSD providers wait for an answer.
    package var waitLimit = 4
    /// Connections for reading, beside the one that writes.
    package var readers = 2
    /// Seconds to wait for another process that holds the database.
    package var lockWait = 5
    /// Kibibytes of pages the writing connection keeps in memory.
    package var cache = 32_768
    /// Pages in the write-ahead log before they are moved into the database.
    package var checkpoint = 4_000
    /// Megabytes the database may grow to; 0: as much as the disk has room for.
    package var sizeLimit = 0

    package init() {}
}
