package import Conversation
package import Expressions

/// What must outlive the process. Every method that changes something returns only when the change is on disk;
/// a fault means that nothing of it was kept.
package protocol Store: StaffStore, TokenStore, PassageStore, WordStore {
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

    /// Keeps a part of a long message. With the part that makes it whole, the parts go and the message advances the
    /// conversation, in one transaction.
    ///
    /// A part that is known already, by its arrival's key or by its place and text, changes nothing. A part with another
    /// count, or another text at a place that is taken, belongs to another message under the same key: the earlier one
    /// is taken as it is, and a new one begins. After it was taken a message is known for its lifetime once more.
    ///
    /// - Parameters:
    ///   - part: The part; its arrival is the address it came from.
    ///   - limits: How much may wait. Beyond the bytes a part that must wait is refused as busy; one message more than a
    ///     sender may have open takes her oldest one as it is.
    ///   - decide: As in `advance`; beside the snapshot it is told the texts of the parts in their order.
    func keepPart(
        _ part: PartDraft, of arrival: Arrival, limits: PartLimits, _ decide: @escaping PartDecision
    ) async throws(StoreFault) -> PartSettlement

    /// The long messages whose time is over with parts missing, those of each channel earliest first. They stay due
    /// until they are taken.
    func dueLongMessages(
        channels: [String], at: Timestamp, limit: Int
    ) async throws(StoreFault) -> [LongMessageRow]

    /// Takes what there is of a long message whose time is over: the parts go and it advances the conversation, in one
    /// transaction. A message that was taken meanwhile is a repeat.
    func takeLongMessage(
        _ id: LongMessageID, at: Timestamp, _ decide: @escaping PartDecision
    ) async throws(StoreFault) -> Settlement

    /// The SMS that were held and are to be looked at: the oldest one of each person, the earliest first. They stay due
    /// until they are taken.
    func dueHeld(at: Timestamp, limit: Int) async throws(StoreFault) -> [HeldRow]

    /// Takes an SMS that was held: it goes, and advances the conversation of whoever has its number by now, in one
    /// transaction. One that the decision holds again stays. One that was taken meanwhile is a repeat.
    func takeHeld(
        _ id: HeldID, at: Timestamp, _ decide: @escaping HeldDecision
    ) async throws(StoreFault) -> Settlement

    /// Takes messages that are due, so that nobody else takes them until the lease ends: the oldest unsettled one of
    /// each person and channel at most, so that messages arrive in their order. A message whose lease ended without a
    /// word comes back as abandoned, and that was an attempt.
    ///
    /// - Parameters:
    ///   - rooms: The names of the channels to send on, and how many messages each has room for.
    ///   - lease: Seconds after which an unsettled message may be claimed again.
    func claimOutbox(rooms: [String: Int], at: Timestamp, lease: Int64) async throws(StoreFault) -> [OutboxRow]

    /// Lets claimed messages be nobody else's until a later moment, where they are not settled.
    func renewLeases(of ids: [OutboxID], until: Timestamp) async throws(StoreFault)

    /// Keeps what became of claimed messages, and what early reports told of their parts. A message that is settled
    /// already stays as it is.
    func settleOutbox(_ results: [OutboxResult]) async throws(StoreFault)

    /// Keeps a delivery report: with its message, or by itself until the attempt that it is about is kept. No report
    /// moves a message back, or from one final status to another. One that names our own id shows that the provider
    /// has the message, which then is not sent again.
    func recordReport(_ report: DeliveryReport) async throws(StoreFault) -> ReportOutcome

    /// The messages that were given up, the newest first.
    ///
    /// - Parameter channel: Only this one's; nil for all.
    func deadLetters(channel: String?, limit: Int) async throws(StoreFault) -> [DeadLetter]

    /// Lets messages that were given up go once more, as if they were new. Returns how many of them there were.
    ///
    /// - Parameter channel: Says on which channel one goes, by its own and the one its number was last heard on.
    func reviveDeadLetters(
        _ ids: [OutboxID], at: Timestamp, expiresAt: Timestamp, on channel: @escaping RevivalChannel
    ) async throws(StoreFault) -> Int

    /// The messages to a person, the newest first.
    func messages(to person: PersonID, limit: Int) async throws(StoreFault) -> [MessageSummary]

    /// The messages that pass a filter, the latest first.
    ///
    /// - Parameter place: The last of the page before; nil for the first page.
    func outbox(
        _ filter: OutboxFilter, after place: OutboxID?, limit: Int
    ) async throws(StoreFault) -> [OutboxEntry]

    /// How many messages each channel's provider took since a moment, by name.
    func sentMessages(since: Timestamp) async throws(StoreFault) -> [String: Int]

    /// What waits and what was given up on each channel that has anything of it, by name.
    func outboxBacklog() async throws(StoreFault) -> [OutboxBacklog]

    /// The silence timers that are due, the earliest first. They stay due until their session advances.
    func dueTimers(at: Timestamp, limit: Int) async throws(StoreFault) -> [TimerID]

    /// A moment no later than the next timer; it may be earlier, and then `dueTimers` finds nothing.
    func nextTimerDue() async throws(StoreFault) -> Timestamp?

    /// The reminders that are due, the earliest first. They stay due until their person advances by them.
    func dueReminders(at: Timestamp, limit: Int) async throws(StoreFault) -> [ReminderRow]

    /// Makes reminders due that wait for a later version of a rule than theirs, so many at most. Returns how many.
    ///
    /// - Parameter current: The rule as it is published now.
    func wakeReminders(of current: RuleVersion, at: Timestamp, limit: Int) async throws(StoreFault) -> Int

    /// The steps that reminders wait to start at, and how many wait for each.
    func plannedReminders() async throws(StoreFault) -> [String: Int]

    /// The questions to other systems that wait for an answer, the oldest first: after a crash they are asked again.
    func waitingRequests(limit: Int) async throws(StoreFault) -> [RequestRow]

    /// Keeps a pack's files, so that sessions on this revision can go on after it was replaced and after a restart, and so
    /// that staff can go back to it.
    func keepRevision(_ id: RevisionID, pack: String, archive: [UInt8], at: Timestamp) async throws(StoreFault)

    /// The files of a revision, nil when they are not kept.
    func revision(_ id: RevisionID) async throws(StoreFault) -> [UInt8]?

    /// The revisions that live sessions are on, kept or not, and how many sessions are on each.
    func revisionsInUse() async throws(StoreFault) -> [RevisionID: Int]

    /// The revisions whose files are kept, the one that was published last first, by whichever gateway.
    func keptRevisions() async throws(StoreFault) -> [KeptRevision]

    /// Calls when another gateway on the same database may have published a pack. It is only a hint to look: it may come
    /// for nothing, and late.
    func onPublication(_ act: @escaping @Sendable () -> Void)

    /// Drops the files of revisions that no live session is on, except those named and so many that were published last.
    func dropUnusedRevisions(except: [RevisionID], newest: Int) async throws(StoreFault)

    /// Keeps a value under a name once and for all: the first one that was kept is given back ever after.
    func mark(_ name: String, _ value: [UInt8]) async throws(StoreFault) -> [UInt8]

    /// The value kept under a name; nil where there is none.
    func marked(_ name: String) async throws(StoreFault) -> [UInt8]?

    /// Erases guests: people whose last session is over and who have not agreed that anything is kept about them. Those
    /// wait for whom a case is open or a message is on its way. Returns how many were erased.
    func forgetGuests(at: Timestamp, limit: Int) async throws(StoreFault) -> Int

    /// Lets the records of some people age, and erases who was not heard for too long. Those wait for whom a case is open
    /// or a message is on its way.
    ///
    /// - Parameter age: What is left of a record; it must be pure.
    func agePeople(
        _ stretch: AgingStretch, _ age: @escaping @Sendable (Person) -> Person
    ) async throws(StoreFault) -> Aging

    /// Drops what is older than it may be wherever it lies in a partition of its own, where the database has partitions.
    /// What is left is for `dropTexts`.
    func dropPartitions(_ kept: KeptTexts, at: Timestamp) async throws(StoreFault) -> DroppedTexts

    /// Drops what is older than it may be, the oldest first, so many of each at most.
    func dropTexts(_ kept: KeptTexts, at: Timestamp, limit: Int) async throws(StoreFault) -> DroppedTexts

    /// What `agePeople` would take from some people now; nothing changes.
    func forecastAging(
        _ stretch: AgingStretch, _ age: @escaping @Sendable (Person) -> Person
    ) async throws(StoreFault) -> AgingForecast

    /// What `dropTexts` would drop now; nothing changes. It reads whole tables.
    func forecastTexts(_ kept: KeptTexts) async throws(StoreFault) -> TextForecast

    /// Seals with the key that seals now some of what others sealed. Once a walk from the beginning to the end has found
    /// nothing to change, only that key is needed.
    ///
    /// - Parameters:
    ///   - place: Where to go on; where the last call stopped.
    ///   - limit: Values to look at.
    func reseal(from place: ResealPlace, limit: Int) async throws(StoreFault) -> Resealing

    /// How many sealed values there are. It reads whole tables.
    func sealedValues() async throws(StoreFault) -> Int

    /// Forgets keys of arrivals before a moment, whose repeats would advance again, reports whose message never
    /// came, and claim codes that were good until then.
    ///
    /// - Returns: How many of them there were; where it is the limit, there may be more.
    func forgetInbound(before: Timestamp, limit: Int) async throws(StoreFault) -> Int

    /// The conversations that pass a filter, the latest first.
    ///
    /// - Parameter place: The place that the page before ended at; nil for the first page.
    func sessions(
        _ filter: SessionFilter, after place: SessionPlace?, limit: Int
    ) async throws(StoreFault) -> [SessionSummary]

    /// The places that conversations are found by.
    func placesOfSessions() async throws(StoreFault) -> [PlaceDigest]

    /// What conversations of a month were about, where, in which language, and how they ended.
    ///
    /// - Parameter month: `2026-11`, by UTC.
    func needs(in month: String) async throws(StoreFault) -> [NeedCount]

    /// How many conversations ended in each flow in each month from one on, in the order of the months and the flows.
    func needsByMonth(from month: String) async throws(StoreFault) -> [MonthCount]

    /// The trace that a message belongs to; nil where none is known.
    func trace(of message: OutboxID) async throws(StoreFault) -> String?

    /// What became of messages that were sent or given up in a month, by channel.
    ///
    /// - Parameter month: `2026-11`, by UTC.
    func messageCounts(in month: String) async throws(StoreFault) -> [MessageCount]

    /// A conversation by its number, nil when there is none.
    func session(_ id: SessionID) async throws(StoreFault) -> SessionSummary?

    /// What a turn about a conversation would know now; nil where there is no such conversation, or she was erased whose
    /// it was. Nothing is kept.
    func snapshot(of session: SessionID) async throws(StoreFault) -> Snapshot?

    /// The same, with the answers to what a decision about it needs. Nothing is kept.
    ///
    /// - Parameters:
    ///   - now: The moment of the decision.
    ///   - decide: As for `advance`.
    func snapshot(
        of session: SessionID, at now: Timestamp, for decide: @escaping @Sendable (Snapshot) -> Decision
    ) async throws(StoreFault) -> Snapshot?

    /// The conversation that opened a case, nil when none did.
    func session(ofCase number: Int) async throws(StoreFault) -> SessionID?

    /// Who has or had a number, by its fingerprint, the latest first.
    func people(withNumber fingerprint: [UInt8]) async throws(StoreFault) -> [PersonID]

    /// What is kept of a person beside her conversations and messages; nil where she is not known, or was erased.
    func holdings(of person: PersonID) async throws(StoreFault) -> PersonHoldings?

    /// The last two digits of the number that a conversation was last led from, by which staff tell people apart.
    func numberEnding(of session: SessionID) async throws(StoreFault) -> String?

    /// Every turn of a conversation in order.
    func transcript(of session: SessionID) async throws(StoreFault) -> [TranscriptLine]

    /// What staff wrote about a conversation, in order.
    func notes(of session: SessionID) async throws(StoreFault) -> [StaffNote]

    /// The words by which staff find a conversation, by their letters.
    func tags(of session: SessionID) async throws(StoreFault) -> [String]

    /// Writes something down about a conversation, once for each key. Returns whether there is one.
    ///
    /// - Parameters:
    ///   - author: The id of the account of whoever does it, never a name.
    ///   - key: As that of an arrival.
    func remark(
        _ remark: SessionRemark, on session: SessionID, by author: String, key: [UInt8], at: Timestamp
    ) async throws(StoreFault) -> Bool

    /// What a person agreed to, refused and took back, in order, also on the numbers whose records became part of hers.
    func consents(of person: PersonID) async throws(StoreFault) -> [ConsentRow]

    /// The messages that a conversation wrote, in order.
    func messages(of session: SessionID) async throws(StoreFault) -> [MessageSummary]

    /// The cases that a conversation opened, in order.
    func cases(of session: SessionID) async throws(StoreFault) -> [CaseSummary]

    /// The cases that pass a filter: open ones from the oldest, closed ones from the latest.
    ///
    /// - Parameter number: The last of the page before; nil for the first page.
    func cases(_ filter: CaseFilter, after number: Int?, limit: Int) async throws(StoreFault) -> [CaseSummary]

    /// A case by its number, nil when there is none.
    func caseNumbered(_ number: Int) async throws(StoreFault) -> CaseSummary?

    /// What staff wrote about a case, in order.
    func notes(ofCase number: Int) async throws(StoreFault) -> [StaffNote]

    /// How many open cases there are, by topic.
    ///
    /// - Parameter moment: Those that were opened before are overdue.
    func caseCounts(overdueBefore moment: Timestamp) async throws(StoreFault) -> [CaseCount]

    /// Does something about a case, once for each key.
    ///
    /// - Parameters:
    ///   - author: The id of the account of whoever does it, never a name.
    ///   - key: As that of an arrival.
    func changeCase(
        _ number: Int, _ change: CaseChange, by author: String, key: [UInt8], at: Timestamp
    ) async throws(StoreFault) -> CaseChanging

    /// The records that came to other numbers, the latest first.
    func claims(limit: Int) async throws(StoreFault) -> [ClaimRow]

    /// Puts the records and numbers of a claim back as they were, with everything that changed hands by it.
    func undoClaim(_ id: ClaimID, at: Timestamp) async throws(StoreFault) -> ClaimUndoing

    /// The wishes for records that staff have not decided, the oldest first.
    func waitingPleas(limit: Int) async throws(StoreFault) -> [PleaRow]

    /// Brings a record to whoever asked staff for it.
    ///
    /// - Parameters:
    ///   - record: Whose record; nil for the only one that the number had.
    ///   - decide: Merges the record with what she began, and words what is said about it.
    func approvePlea(
        _ id: PleaID, record: PersonID?, at: Timestamp,
        _ decide: @escaping @Sendable (_ record: Person?, _ begun: Person) -> PleaDecision
    ) async throws(StoreFault) -> PleaOutcome

    /// Refuses a wish for a record; she is told.
    func refusePlea(
        _ id: PleaID, at: Timestamp,
        _ decide: @escaping @Sendable (_ record: Person?, _ begun: Person) -> PleaDecision
    ) async throws(StoreFault) -> PleaOutcome

    /// How much is kept, for staff and for metrics. It reads whole tables: not for every turn.
    func counts() async throws(StoreFault) -> StoreCounts

    /// How well changes shared commits since the store was opened.
    var statistics: CommitStatistics { get }

    /// Whether the database answers.
    func check() async throws(StoreFault)

    /// Looks through everything that is kept; damage is a fault with the code `damaged`. It may take long, and holds up
    /// nobody meanwhile.
    func inspect() async throws(StoreFault)

    /// Finishes what waits and closes. Everything after it is a fault.
    func close() async
}

extension Store {
    /// The conversations that began last, the latest first.
    package func recentSessions(limit: Int) async throws(StoreFault) -> [SessionSummary] {
        try await sessions(SessionFilter(), after: nil, limit: limit)
    }

    /// The cases nobody closed yet, the oldest first.
    package func openCases(limit: Int) async throws(StoreFault) -> [CaseSummary] {
        try await cases(CaseFilter(), after: nil, limit: limit)
    }
}
