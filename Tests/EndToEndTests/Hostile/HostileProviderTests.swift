import Testing

/// The built gateway between thousands of webhooks and a sending provider, both of which behave as badly as real ones
/// do, and a power failure in the middle.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct HostileProviderTests {
    @Test(arguments: [HostileRun.seed])
    func `whatever a provider does, each text is one turn, and each answer goes out once and in its order`(
        seed: UInt64
    ) async throws {
        let run = try HostileRun(seed: seed)
        defer { print(run.tally) }
        let outcome = try await run.hold()
        outcome.expectNothingLost()
        outcome.expectOrder()
        outcome.expectNoNeedlessRepeats()
        outcome.expectReferences()
        outcome.expectStatuses()
    }
}
