package import Conversation
package import Expressions
import Sealing

/// The store in tables of a database, of whatever engine.
package struct SQLStore: Store {
    let keys: KeyRing
    let changes: GroupCommit
    let engine: any Engine

    /// - Parameters:
    ///   - engine: A database with the newest schema.
    ///   - keys: What people say and who they are is on the disk only sealed with these.
    init(_ engine: any Engine, keys: KeyRing, _ limits: GroupLimits) {
        self.engine = engine
        self.keys = keys
        changes = GroupCommit(engine, keys: keys, limits)
    }

    /// How well changes shared commits so far.
    package var statistics: CommitStatistics { changes.statistics }

    package func advance(
        _ arrival: Arrival, _ decide: @escaping @Sendable (Snapshot) -> Decision
    ) async throws(StoreFault) -> Settlement {
        try await changes.commit(
            isResult: arrival.subject.isResult, prefetching: Prefetch(arrival), reaching: Reach(arrival.subject)
        ) { (writer) throws(StoreFault) in
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
        try await changes.commit(reaching: .own) { (writer) throws(StoreFault) in
            try writer.claim(rooms: rooms, at: at, lease: lease)
        }
    }

    package func renewLeases(of ids: [OutboxID], until: Timestamp) async throws(StoreFault) {
        try await changes.commit(isResult: true, reaching: .own) { (writer) throws(StoreFault) in
            try writer.renewLeases(of: ids, until: until)
        }
    }

    package func settleOutbox(_ results: [OutboxResult]) async throws(StoreFault) {
        let reach = Reach(providerIDs: results.flatMap(\.parts).compactMap(\.providerID))
        try await changes.commit(isResult: true, reaching: reach) { (writer) throws(StoreFault) in
            try writer.settle(results)
        }
    }

    package func recordReport(_ report: DeliveryReport) async throws(StoreFault) -> ReportOutcome {
        let reach = Reach(providerIDs: report.providerID.map { [$0] } ?? [])
        return try await changes.commit(reaching: reach) { (writer) throws(StoreFault) in try writer.report(report) }
    }

    package func reviveDeadLetters(
        _ ids: [OutboxID], at: Timestamp, expiresAt: Timestamp, on channel: @escaping RevivalChannel
    ) async throws(StoreFault) -> Int {
        try await changes.commit { (writer) throws(StoreFault) in
            try writer.revive(ids, at: at, expiresAt: expiresAt, on: channel)
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
        await engine.scrub(erasedAt: last)
        return count
    }

    package func dropTexts(_ kept: KeptTexts, at: Timestamp, limit: Int) async throws(StoreFault) -> DroppedTexts {
        let kept = kept.waiting(engine.grace)
        return try await changes.commit { (writer) throws(StoreFault) in
            try writer.dropTexts(kept, at: at, limit: limit)
        }
    }

    package func dropPartitions(_ kept: KeptTexts, at: Timestamp) async throws(StoreFault) -> DroppedTexts {
        try await engine.dropPartitions(kept, at: at)
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

    package func onPublication(_ act: @escaping @Sendable () -> Void) {
        engine.listen(act)
    }

    package func check() async throws(StoreFault) {
        try await engine.check()
    }

    package func inspect() async throws(StoreFault) {
        try await engine.inspect()
    }

    package func close() async {
        await changes.close()
        await engine.close()
    }

    /// Reads in a snapshot of its own, beside whatever is being written.
    func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws(StoreFault) -> Value
    ) async throws(StoreFault) -> Value {
        try await engine.read(body)
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
