import Testing

/// People who change numbers, numbers that change people or have several, silences, PINs, codes and guesses, staff who bring
/// records, do not, or put them back, numbers that object to a claim, and SMS in the middle of USSD dialogues, in any order:
/// on the store and on the model in memory, which must say the same.
struct IdentityPropertyTests {
    @Test func `no screen ever shows one person's private fact to another`() async throws {
        let towns = try await withThrowingTaskGroup(of: Town.self) { group in
            for seed in 0..<24 { group.addTask { try await Self.lived(seed: UInt64(seed)) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(towns.map(\.approved).reduce(0, +) > 2, "staff brought hardly anyone a record")
        #expect(towns.map(\.refused).reduce(0, +) > 2, "staff refused hardly anyone a record")
        #expect(towns.map(\.notices).reduce(0, +) > 2, "hardly any phone was told that a record went")
        #expect(towns.map(\.undone).reduce(0, +) > 2, "staff put hardly any record back")
        #expect(towns.map(\.objected).reduce(0, +) > 2, "hardly any number objected to a claim")
    }

    private static func lived(seed: UInt64) async throws -> Town {
        var town = try Town(seed: seed)
        for _ in 0..<80 { try await town.live() }
        #expect(town.borrowed > 5, "hardly any phone was shared, so that nothing is shown by this test")
        #expect(town.shown > 20, "hardly anyone saw her own fact, so that nothing is shown by this test")
        #expect(town.texts > 5, "hardly any SMS was sent, so that nothing is shown by this test")
        #expect(town.released > 5, "hardly any SMS was held, so that nothing is shown by this test")
        #expect(town.asked > 1, "hardly anyone asked staff, so that nothing is shown by this test")
        return town
    }
}
