import Expressions
import Storage
import Testing

@testable import Conversation

/// Staff who put the records of a claim back, and numbers that object to one.
extension Town {
    /// Staff undo one of the latest claims, as the store and the model number them alike.
    mutating func undo() async throws {
        guard let place = model.claims.indices.suffix(3).randomElement(using: &random) else { return }
        let expected = undoing(place)
        let outcome = try await store.undoClaim(ClaimID(rawValue: Int64(place + 1)), at: now)
        #expect(outcome == expected, "claim \(place + 1)")
        guard outcome == .done else { return }
        undone += 1
        trail.append("staff put back \(model.claims[place])")
        model.undo(place)
    }

    /// What must become of it.
    private func undoing(_ place: Int) -> ClaimUndoing {
        if model.claims[place].isUndone { return .unknown }
        if now - claimedAt[place] > Int64(ClaimUndoing.days) * 86_400 { return .late }
        return model.latest(after: place) == nil && model.isThere(place) ? .done : .overtaken
    }

    /// Whoever has a number that was asked about a claim says that it was not she.
    mutating func object() async throws {
        let asked = Self.numbers.indices.filter { number in
            model.lines[Self.numbers[number]]?.state.objectionUntil.map { now < $0 } ?? false
        }
        guard let number = pick(asked) else { return }
        let claims = model.claims.map(\.isUndone)
        let reply = try await advance(.message("2"), on: .sms, of: Self.numbers[number], by: holder[number])
        guard reply?.text.contains("look into it") == true else { return }
        objected += 1
        try await expectFrozen(Self.numbers[number], before: claims)
    }

    /// The record opens on neither phone by itself, and the store has put back what the model has.
    private func expectFrozen(_ number: String, before claims: [Bool]) async throws {
        #expect(model.lines[number]?.state.standing == .unverified)
        let rows = try await store.claims(limit: 999).sorted { $0.id.rawValue < $1.id.rawValue }
        #expect(rows.map { $0.undoneAt != nil } == model.claims.map(\.isUndone), "before: \(claims)")
    }
}
