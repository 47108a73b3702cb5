package import Conversation
package import Delivery
package import Expressions

/// What must outlive the process. Every method that changes something returns only when the change is on disk;
/// a fault means that nothing of it was kept.
package protocol Store: Sendable {
    /// Advances one conversation by one arrival.
    ///
    /// A known key gets its stored answer back and nothing else happens. Otherwise the person, her session and
    /// everything the decision says are kept in one transaction. Arrivals of one person follow one another.
    ///
    /// - Parameters:
    ///   - arrival: What happened, to whom and when.
    ///   - decide: Turns what is known into what is to be kept. It must be pure: it may be called again when a
    ///     transaction is repeated, and for a repeat, whose decision is thrown away.
    func advance(
        _ arrival: Arrival, _ decide: @escaping @Sendable (Snapshot) -> Decision
    ) async throws(StoreFault) -> Settlement

    /// Takes messages that are due, so that nobody else takes them until the lease ends: the oldest unsettled one of
    /// each person and channel at most, so that messages arrive in their order.
    ///
    /// - Parameters:
    ///   - channels: The names of the channels to send on.
    ///   - lease: Seconds after which an unsettled message may be claimed again.
    func claimOutbox(
        channels: [String], at: Timestamp, lease: Int64, limit: Int
    ) async throws(StoreFault) -> [OutboxRow]

    /// Keeps what became of claimed messages. A message that is settled already stays as it is.
    func settleOutbox(_ results: [OutboxResult]) async throws(StoreFault)

    /// Keeps a delivery report. Final statuses are not overwritten.
    ///
    /// - Returns: Whether a message with this provider id is known on the channel.
    func recordReport(
        channel: String, providerID: String, status: DeliveryStatus, at: Timestamp
    ) async throws(StoreFault) -> Bool

    /// When the next message becomes due that is not due yet at `after`.
    func nextOutboxDue(channels: [String], after: Timestamp) async throws(StoreFault) -> Timestamp?

    /// The silence timers that are due, the earliest first. They stay due until their session advances.
    func dueTimers(at: Timestamp, limit: Int) async throws(StoreFault) -> [TimerID]

    /// A moment no later than the next timer; it may be earlier, and then `dueTimers` finds nothing.
    func nextTimerDue() async throws(StoreFault) -> Timestamp?

    /// The reminders that are due, the earliest first. They stay due until their person advances by them.
    func dueReminders(at: Timestamp, limit: Int) async throws(StoreFault) -> [ReminderRow]

    /// The steps that reminders wait to start at, and how many wait for each.
    func plannedReminders() async throws(StoreFault) -> [String: Int]

    /// The questions to other systems that wait for an answer, the oldest first: after a crash they are asked again.
    func waitingRequests(limit: Int) async throws(StoreFault) -> [RequestRow]

    /// Keeps a pack's files, so that sessions on this revision can go on after it was replaced and after a restart.
    func keepRevision(_ id: RevisionID, pack: String, archive: [UInt8], at: Timestamp) async throws(StoreFault)

    /// The files of a revision, nil when they are not kept.
    func revision(_ id: RevisionID) async throws(StoreFault) -> [UInt8]?

    /// The revisions that live sessions are on, kept or not, and how many sessions are on each.
    func revisionsInUse() async throws(StoreFault) -> [RevisionID: Int]

    /// Drops the files of revisions that no live session is on, except those named.
    func dropUnusedRevisions(except: [RevisionID]) async throws(StoreFault)

    /// Keeps a value under a name once and for all: the first one that was kept is given back ever after.
    func mark(_ name: String, _ value: [UInt8]) async throws(StoreFault) -> [UInt8]

    /// Forgets keys of arrivals before a moment; their repeats would advance again.
    func forgetInboundKeys(before: Timestamp) async throws(StoreFault)

    /// The conversations that began last, the latest first.
    func recentSessions(limit: Int) async throws(StoreFault) -> [SessionSummary]

    /// Every turn of a conversation in order.
    func transcript(of session: SessionID) async throws(StoreFault) -> [TranscriptLine]

    /// The cases nobody closed yet, the oldest first.
    func openCases(limit: Int) async throws(StoreFault) -> [CaseSummary]

    /// How much is kept, for staff and for metrics. It reads whole tables: not for every turn.
    func counts() async throws(StoreFault) -> StoreCounts

    /// Whether the database answers.
    func check() async throws(StoreFault)

    /// Finishes what waits and closes. Everything after it is a fault.
    func close() async
}
