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
    /// Different texts and hops that phones sent.
    let sent: Int
    /// Turns in the transcript.
    let turns: Int
    /// Conversations that are not over.
    let open: Int
    let ledger: SendLedger
    let rows: OutboxRows
    let autopsy: Autopsy
    /// The provider's ids of the messages whose reports the gateway took.
    let reportedIDs: Set<String>

    /// Each text was one turn, each conversation ended, and each message of the outbox reached its person.
    func expectNothingLost() {
        #expect(turns == sent)
        #expect(open == 0)
        #expect(rows.rows.allSatisfy { $0.isSettled && $0.deadReason == nil })
        #expect(rows.rows.count == ledger.deliveries.count)
        #expect(Set(ledger.attempts.keys) == Set(ledger.deliveries.keys))
    }

    /// A person's next message is not even tried before the one before it is done with.
    func expectOrder() {
        for (line, texts) in ledger.requests {
            let changes = zip(texts, texts.dropFirst()).count { $0 != $1 }
            #expect(changes == Set(texts).count - 1, "\(line): \(texts)")
        }
    }

    /// What was taken and answered is never asked for again; where the provider knows a message again it reaches nobody
    /// twice, and elsewhere only when nobody could know.
    func expectNoNeedlessRepeats() {
        let killed = autopsy.rows.settledIDs
        for (message, attempts) in ledger.attempts {
            let settled = attempts.firstIndex { attempt in
                guard attempt.isAnswered, let id = attempt.providerID else { return false }
                return attempt.connection > autopsy.connections || killed.contains(id)
            }
            if let settled { #expect(settled == attempts.count - 1, "\(message): \(attempts)") }
            let taken = attempts.count { $0.providerID != nil }
            #expect(ledger.deliveries[message] == (message.channel == "keyed" ? 1 : taken))
        }
    }

    /// A message keeps its reference, and shares it with no other.
    func expectReferences() {
        #expect(ledger.mixedReferences.isEmpty)
        for (message, attempts) in ledger.attempts {
            let references = Set(attempts.map(\.reference))
            #expect(references.count == 1)
            #expect((references.first ?? nil != nil) == (message.channel == "keyed"))
        }
    }

    /// A final status stays, whatever is reported afterwards and across the power failure, and no other status stands
    /// there than one that was reported.
    func expectStatuses() {
        let now = rows.finalStatuses
        for (id, status) in autopsy.rows.finalStatuses { #expect(now[id] == status) }
        for row in rows.rows {
            guard let id = row.providerID, reportedIDs.contains(id) else { continue }
            let plan = ReportPlan.draw(seed: seed, providerID: id)
            #expect((["accepted"] + plan.words.map(\.status)).contains(row.status), "\(id)")
        }
    }
}
