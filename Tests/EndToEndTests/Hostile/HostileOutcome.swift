import Testing

/// What is left of a hostile day: what the provider wrote down, and what the gateway did.
struct HostileOutcome: Sendable {
    /// The database as the killed gateway left it.
    struct Autopsy: Sendable {
        let rows: OutboxRows
        /// The connections to the provider that were made before the gateway was killed.
        let connections: Int
    }

    let seed: UInt64
    /// How long the gateway waits for a report.
    let reportWait: Duration
    /// Different texts and hops that phones sent.
    let sent: Int
    /// Turns in the transcript.
    let turns: Int
    /// Conversations that are not over.
    let open: Int
    /// Reports of ids that no message has: how many were brought, and how many wait for their message.
    let unknownReports: (brought: Int, kept: Int)
    let ledger: SendLedger
    let rows: OutboxRows
    let autopsy: Autopsy

    /// Each text was one turn, each conversation ended, and each message of the outbox reached its person.
    func expectNothingLost() {
        #expect(turns == sent)
        #expect(open == 0)
        #expect(rows.rows.allSatisfy { $0.isSettled && $0.deadReason == nil })
        #expect(rows.rows.count == ledger.deliveries.count)
        #expect(Set(ledger.attempts.keys) == Set(ledger.deliveries.keys))
        #expect(unknownReports.kept == unknownReports.brought)
    }

    /// A person's next message is not even tried before the one before it is done with.
    func expectOrder() {
        for (line, texts) in ledger.requests {
            let changes = zip(texts, texts.dropFirst()).count { $0 != $1 }
            #expect(changes == Set(texts).count - 1, "\(line): \(texts)")
        }
    }

    /// What was taken and answered is never asked for again, nor what a report has told; where the provider knows a
    /// message again it reaches nobody twice, and elsewhere only when nobody could know.
    func expectNoNeedlessRepeats() {
        for (message, attempts) in ledger.attempts {
            #expect(!attempts.dropLast().contains(where: isSettled), "\(message): \(attempts)")
            #expect(!attempts.dropLast().contains { isTold($0, of: message) }, "\(message): \(attempts)")
            let taken = attempts.count { $0.providerID != nil }
            #expect(ledger.deliveries[message] == (message.channel == .keyed ? 1 : taken))
        }
    }

    /// A message keeps its reference, and shares it with no other.
    func expectReferences() {
        var owners: [String: SendLedger.Message] = [:]
        for (message, attempts) in ledger.attempts {
            let references = Set(attempts.map(\.reference))
            #expect(references.count == 1, "\(message): \(attempts)")
            guard message.channel != .plain, let reference = references.first ?? nil else {
                #expect(message.channel == .plain)
                continue
            }
            #expect(owners.updateValue(message, forKey: reference) == nil)
        }
    }

    /// Each message has the first final status that was reported of it, also where the report came before the gateway
    /// knew the provider's id, and keeps it whatever is reported afterwards and across the power failure.
    func expectStatuses() {
        let now = rows.finalStatuses
        for (id, status) in autopsy.rows.finalStatuses { #expect(now[id] == status) }
        for row in rows.rows {
            guard let id = row.providerID, let message = ledger.messages[id] else {
                Issue.record("a message that was sent has no id that the provider gave: \(row)")
                continue
            }
            // Reports of both deliveries of one message name it, so either plan may have come first.
            let isDouble = message.channel == .reporting && ledger.deliveries[message] != 1
            let ids = isDouble ? ids(of: message) : [id]
            let plans = ids.map { ReportPlan.draw(seed: seed, providerID: $0) }
            #expect(plans.map(\.status).contains(row.status), "\(id)")
        }
    }

    /// Whether the gateway got the provider's answer and wrote it down; the killed one may have got answers that it did
    /// not.
    private func isSettled(_ attempt: SendLedger.Attempt) -> Bool {
        guard attempt.isAnswered, let id = attempt.providerID else { return false }
        return attempt.connection > autopsy.connections || autopsy.rows.settledIDs.contains(id)
    }

    /// Whether a report with our reference was taken well within the time that the gateway gives it.
    private func isTold(_ attempt: SendLedger.Attempt, of message: SendLedger.Message) -> Bool {
        guard message.channel == .reporting, let id = attempt.providerID, let told = ledger.told[id] else {
            return false
        }
        return told - attempt.at < reportWait - .seconds(1)
    }

    private func ids(of message: SendLedger.Message) -> [String] {
        ledger.attempts[message]?.compactMap(\.providerID) ?? []
    }
}
