import Testing

/// People who change numbers, numbers that change people or have several, silences, PINs, codes and guesses, staff who bring
/// records, and SMS in the middle of USSD dialogues, in any order: on the store and on the model in memory, which must say
/// the same.
struct IdentityPropertyTests {
    @Test(arguments: 0..<4)
    func `no screen ever shows one person's private fact to another`(_ seed: Int) async throws {
        var town = try Town(seed: UInt64(seed))
        for _ in 0..<80 { try await town.live() }
        #expect(town.borrowed > 5, "hardly any phone was shared, so that nothing is shown by this test")
        #expect(town.shown > 20, "hardly anyone saw her own fact, so that nothing is shown by this test")
        #expect(town.released > 5, "hardly any SMS was held, so that nothing is shown by this test")
        #expect(town.asked > 1, "hardly anyone asked staff, so that nothing is shown by this test")
    }
}
