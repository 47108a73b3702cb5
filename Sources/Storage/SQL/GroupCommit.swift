import Sealing
import Synchronization

/// Commits all changes that wait in one transaction, so that throughput grows with load and not with the number of
/// times the disk confirms a write. A change is reported done after the commit, never before.
///
/// When one change of a group is refused the group is rolled back and written again in halves, down to the one that
/// is at fault: the others are kept, and a bad one among *n* costs about 2·log₂ *n* commits.
final class GroupCommit: Sendable {
    /// A change that waits: what to write, which gives what to do once it is on disk, and whom to tell otherwise.
    private struct Member: Sendable {
        let write: @Sendable (inout Writer) throws(StoreFault) -> @Sendable () -> Void
        let fail: @Sendable (StoreFault) -> Void
        let prefetch: Prefetch?
        /// What it is about; nil where it is to be written alone.
        let reach: Reach?
        let since = ContinuousClock.now
    }

    private struct State {
        var waiting: [Member] = []
        /// Whether the writer's queue holds a call of `drain` already.
        var isScheduled = false
        var isClosed = false
        /// How many changes the last group had.
        var lastSize = 0
        /// Taken out while a group is being written.
        var memory = Memory.none
        var statistics = CommitStatistics()
    }

    /// Changes in a group after which it is worth a pause to have more in the next.
    private static let crowd = 4

    private let engine: any Engine
    private let keys: KeyRing
    private let groupLimit: Int
    private let queueLimit: Int
    private let waitLimit: Duration
    private let pause: Duration
    private let state = Mutex(State())

    init(_ engine: any Engine, keys: KeyRing, _ limits: GroupLimits) {
        self.engine = engine
        self.keys = keys
        groupLimit = limits.size
        queueLimit = limits.queue
        waitLimit = .seconds(limits.wait)
        pause = .milliseconds(limits.pause)
    }

    var statistics: CommitStatistics {
        state.withLock { state in
            var statistics = state.statistics
            statistics.waiting = state.waiting.count
            return statistics
        }
    }

    /// What is to be kept.
    private enum Kind {
        /// What can come again: refused where too much waits already.
        case wish
        /// What came of something that was done elsewhere already, of which only so much is under way: never refused, or
        /// it would be done twice.
        case result
        /// Nothing may come after it.
        case closing
    }

    /// Keeps a change; returns when it is on disk.
    ///
    /// - Parameters:
    ///   - isResult: Whether it says what came of something that was done elsewhere already: anything else is
    ///     refused as busy where too much waits.
    ///   - prefetch: What it will ask for first.
    ///   - reach: What it is about; nil where it may be about anybody.
    func commit<Value: Sendable>(
        isResult: Bool = false, prefetching prefetch: Prefetch? = nil, reaching reach: Reach? = nil,
        _ write: @escaping @Sendable (inout Writer) throws(StoreFault) -> Value
    ) async throws(StoreFault) -> Value {
        try await commit(isResult ? .result : .wish, prefetch, reach, write)
    }

    /// Lets everything that waits be kept and refuses whatever comes later.
    func close() async {
        _ = try? await commit(.closing, nil, nil) { (_) throws(StoreFault) in }
    }

    private func commit<Value: Sendable>(
        _ kind: Kind, _ prefetch: Prefetch?, _ reach: Reach?,
        _ write: @escaping @Sendable (inout Writer) throws(StoreFault) -> Value
    ) async throws(StoreFault) -> Value {
        let result: Result<Value, StoreFault> = await withCheckedContinuation { continuation in
            let member = Member(
                write: { (writer) throws(StoreFault) in
                    let value = try write(&writer)
                    return { continuation.resume(returning: .success(value)) }
                },
                fail: { continuation.resume(returning: .failure($0)) }, prefetch: prefetch,
                reach: reach)
            enqueue(member, of: kind)
        }
        return try result.get()
    }

    private func enqueue(_ member: Member, of kind: Kind) {
        enum Admission {
            case queued, scheduled
            case refused(StoreFault)
        }
        let admission: Admission = state.withLock { state in
            if state.isClosed { return .refused(.closed) }
            if kind == .wish, let fault = refusal(state, at: member.since) { return .refused(fault) }
            state.isClosed = kind == .closing
            state.waiting.append(member)
            if state.isScheduled { return .queued }
            state.isScheduled = true
            return .scheduled
        }
        switch admission {
        case .queued: return
        case .scheduled: schedule()
        case .refused(let fault): member.fail(fault)
        }
    }

    /// Too much waits already, or what waits has waited too long: who comes now would wait even longer.
    private func refusal(_ state: borrowing State, at now: ContinuousClock.Instant) -> StoreFault? {
        if state.waiting.count >= queueLimit { return .busy(limit: queueLimit) }
        guard let oldest = state.waiting.first, now - oldest.since > waitLimit else { return nil }
        return .slow(after: waitLimit)
    }

    private func schedule() {
        engine.write { connection in self.drain(connection) }
    }

    /// Commits one group, then makes way for whatever else wants the writer before the next. The group is taken when nobody
    /// writes any more whom it may not be written beside: whatever came meanwhile is kept with it.
    private func drain(_ connection: Result<any Connection, StoreFault>) {
        let count = state.withLock { $0.waiting.count }
        do {
            let database = try connection.get()
            let company = company(database)
            if company == .beside, state.withLock({ $0.lastSize >= Self.crowd }) { database.gather(pause) }
            try begin(database, company)
            for report in keep(takeGroup(company)[...], database, begun: company) { report() }
        } catch {
            for member in takeGroup(count) { member.fail(error) }
            _ = takeMemory()  // of a database that may be another one when it answers again
        }
        let isMore = state.withLock { state in
            state.isScheduled = !state.waiting.isEmpty
            return state.isScheduled
        }
        if isMore { schedule() }
    }

    /// How the next group is written: as whoever waits longest may be.
    private func company(_ database: any Connection) -> Company {
        guard database.hasCompany else { return .alone }
        return state.withLock { $0.waiting.first?.reach == nil ? .alone : .beside }
    }

    private func begin(_ database: any Connection, _ company: Company) throws(StoreFault) {
        do {
            try database.begin(company)
        } catch {
            database.rollBack()
            throw error
        }
    }

    private func takeGroup(_ limit: Int) -> [Member] {
        state.withLock { state in
            guard state.waiting.count > limit else {
                defer { state.waiting = [] }
                return state.waiting
            }
            defer { state.waiting.removeFirst(limit) }
            return Array(state.waiting.prefix(limit))
        }
    }

    /// Whoever is to be written alone waits while others are written beside those of another gateway.
    private func takeGroup(_ company: Company) -> [Member] {
        guard company == .beside, state.withLock({ $0.waiting.contains { $0.reach == nil } }) else {
            return takeGroup(groupLimit)
        }
        return state.withLock { state in
            var (group, rest): ([Member], [Member]) = ([], [])
            for member in state.waiting {
                if member.reach != nil, group.count < groupLimit { group.append(member) } else { rest.append(member) }
            }
            state.waiting = rest
            return group
        }
    }

    /// Writes a group; returns what to tell each member. What others stood in the way of, or what may not be kept beside
    /// them, is kept alone.
    ///
    /// - Parameter begun: How its transaction has begun; nil where it has not.
    private func keep(
        _ group: ArraySlice<Member>, _ database: any Connection, begun: Company? = nil
    ) -> [@Sendable () -> Void] {
        do {
            if begun == nil { try begin(database, .alone) }
            return try transact(group, database, begun ?? .alone)
        } catch {
            if begun == .beside, error.isOfOneChange || error.code == .busy {
                state.withLock { $0.statistics.redone += 1 }
                return keep(group, database)
            }
            guard error.isOfOneChange, group.count > 1 else { return group.map { member in { member.fail(error) } } }
            let middle = group.startIndex + group.count / 2
            return keep(group[..<middle], database) + keep(group[middle...], database)
        }
    }

    private func transact(
        _ group: ArraySlice<Member>, _ database: any Connection, _ company: Company
    ) throws(StoreFault) -> [@Sendable () -> Void] {
        var reports: [@Sendable () -> Void] = []
        reports.reserveCapacity(group.count)
        do {
            let start = ContinuousClock.now
            var writer = try Writer(
                database, keys: keys, memory: takeMemory(), for: group.compactMap(\.prefetch),
                reaching: company == .beside ? Reach(group.lazy.compactMap(\.reach)) : nil)
            for member in group { reports.append(try member.write(&writer)) }
            try writer.keepPassages()
            try writer.keepNeeds()
            FailPoint.beforeCommit.pass()
            try database.commit()
            FailPoint.afterCommit.pass()
            note(group.count, writer.leave(), since: start)
            return reports
        } catch {
            database.rollBack()
            throw error
        }
    }

    /// Taken out, not copied, so that the group changes it in place; one that fails loses it, and the next asks anew.
    private func takeMemory() -> Memory {
        state.withLock { state in
            var memory = Memory.none
            swap(&memory, &state.memory)
            return memory
        }
    }

    private func note(_ count: Int, _ memory: consuming Memory, since start: ContinuousClock.Instant) {
        let held = ContinuousClock.now - start
        var memory = memory
        state.withLock { state in
            state.lastSize = count
            swap(&memory, &state.memory)
            state.statistics.note(count)
            state.statistics.held += held
        }
    }
}

/// How well changes shared commits, since the store was opened.
package struct CommitStatistics: Hashable, Sendable {
    /// Transactions committed.
    package var groups = 0
    /// Changes committed in them.
    package var members = 0
    /// The most changes in one of them.
    package var largest = 0
    /// How many had so many changes: up to each of `bounds`, and at last more than that.
    package var sizes = Array(repeating: 0, count: CommitStatistics.bounds.count + 1)
    /// Transactions that could not be written beside others, and were written anew, alone.
    package var redone = 0
    /// How long transactions took: meanwhile nobody else could write, or nobody about the same people.
    package var held = Duration.zero
    /// Changes that wait for the next one now.
    package var waiting = 0

    /// The sizes that commits are counted by. The names of series stay the same for ever, so these do, too.
    package static let bounds = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]

    package init() {}

    /// Counts a commit of so many changes.
    package mutating func note(_ count: Int) {
        groups += 1
        members += count
        largest = max(largest, count)
        sizes[Self.bounds.firstIndex { count <= $0 } ?? Self.bounds.count] += 1
    }
}

extension StoreFault {
    /// Whether one change is at fault and others may be kept; otherwise no change can be.
    fileprivate var isOfOneChange: Bool {
        switch code {
        case .refused, .damaged: true
        case .busy, .full, .unavailable, .location, .newer, .closed: false
        }
    }
}
