import Synchronization
import TestSupport

/// Brings what the hostile provider reports, each message's reports one after the other and many messages' at once.
final class ReportBringer: Sendable {
    private static let atOnce = 16

    private let seed: UInt64
    private let bringer: Bringer
    private let reported = Mutex<Set<String>>([])

    init(seed: UInt64, _ bringer: Bringer) {
        self.seed = seed
        self.bringer = bringer
    }

    /// The provider's ids of the messages whose reports the gateway took.
    var reportedIDs: Set<String> { reported.withLock { $0 } }

    /// Brings all reports until none will follow.
    func run(_ jobs: AsyncStream<ReportJob>) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            var running = 0
            for await job in jobs {
                if running >= Self.atOnce { try await group.next() } else { running += 1 }
                group.addTask { [self] in try await bring(job) }
            }
            try await group.waitForAll()
        }
    }

    private func bring(_ job: ReportJob) async throws {
        defer { job.gate?.open() }
        var chance = SplitMix64(seed: seed, "reports", job.providerID)
        if chance.happens(5) {
            bringer.tally.add(.unknownReports)
            try await bring(job, id: "unknown-" + job.providerID, reference: nil, word: .delivered)
        }
        for word in job.words {
            count(word)
            try await bring(job, id: job.providerID, reference: job.reference, word: word)
        }
        _ = reported.withLock { $0.insert(job.providerID) }
    }

    private func bring(_ job: ReportJob, id: String, reference: String?, word: ReportPlan.Word) async throws {
        let own = reference.map { #","reference":"\#($0)""# } ?? ""
        _ = try await bringer.post(
            Webhook.json(job.channel, "status", #"{"id":"\#(id)","status":"\#(word.rawValue)"\#(own)}"#))
    }

    private func count(_ word: ReportPlan.Word) {
        switch word {
        case .sent: bringer.tally.add(.sentReports)
        case .delivered: bringer.tally.add(.deliveredReports)
        case .failed: bringer.tally.add(.failedReports)
        }
    }
}
