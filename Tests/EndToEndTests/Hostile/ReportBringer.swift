import TestSupport

/// Brings what the hostile provider reports, each message's reports one after the other and many messages' at once.
final class ReportBringer: Sendable {
    private static let atOnce = 128

    private let seed: UInt64
    private let provider: HostileProvider
    private let bringer: Bringer

    init(seed: UInt64, _ provider: HostileProvider, _ bringer: Bringer) {
        self.seed = seed
        self.provider = provider
        self.bringer = bringer
    }

    /// Brings all reports until none will follow.
    func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            var running = 0
            for await job in provider.reports {
                if running >= Self.atOnce { try await group.next() } else { running += 1 }
                group.addTask { [self] in try await bring(job) }
            }
            try await group.waitForAll()
        }
    }

    private func bring(_ job: ReportJob) async throws {
        defer { job.gate?.open() }
        try await Task.sleep(for: job.delay)
        var chance = SplitMix64(seed: seed, "reports", job.providerID)
        if chance.happens(5) {
            bringer.tally.add(.unknownReports)
            try await bring(job, id: "unknown-" + job.providerID, reference: nil, word: .delivered)
        }
        for word in job.words {
            count(word)
            try await bring(job, id: job.providerID, reference: job.reference, word: word)
            provider.reported(job.providerID)
        }
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
