import Expressions
import Storage
import Testing

@testable import Conversation

/// Staff who put the records of a claim back.
extension Town {
    /// A record that came to a number, and how everything was before.
    struct Brought {
        let number: String
        let at: Timestamp
        /// The record that came and the one that was begun there, with what they were.
        let came, begun: (id: Int, person: Person)
        /// Whether the record that came was one of those who used the number before.
        let isBeside: Bool
        /// The other numbers that led to the record, with what they were held to be.
        let doubted: [String: Standing]
        var isUndone = false

        /// Whether it is about one of the records of another, or on its number.
        func touches(_ other: Brought) -> Bool {
            number == other.number || [came.id, begun.id].contains { [other.came.id, other.begun.id].contains($0) }
        }
    }

    /// Staff undo one of the latest claims, as the store and the model number them alike.
    mutating func undo() async throws {
        guard let place = claims.indices.suffix(3).randomElement(using: &random) else { return }
        let expected = undoing(place)
        let outcome = try await store.undoClaim(ClaimID(rawValue: Int64(place + 1)), at: now)
        #expect(outcome == expected, "claim \(place + 1)")
        guard outcome == .done else { return }
        undone += 1
        trail.append("staff put back \(claims[place])")
        claims[place].isUndone = true
        model.undo(claims[place])
    }

    /// What must become of it.
    private func undoing(_ place: Int) -> ClaimUndoing {
        let claim = claims[place]
        if claim.isUndone { return .unknown }
        if now - claim.at > Int64(ClaimUndoing.days) * 86_400 { return .late }
        let isLast = !claims[(place + 1)...].contains { !$0.isUndone && $0.touches(claim) }
        let isThere = model.lines[claim.number]?.people.contains(claim.came.id) == true
        return isLast && isThere ? .done : .overtaken
    }
}

extension Registry {
    /// A record that is about to come to a number, where it takes the place of one that was begun there.
    func brought(_ record: Int64, to number: String, insteadOf begun: Int? = nil, at now: Timestamp) -> Town.Brought? {
        guard let line = lines[number], let came = records[Int(record)]?.person else { return nil }
        let begun = begun ?? line.person
        let doubted = lines.filter { $0.key != number && $0.value.person == Int(record) }.mapValues(\.state.standing)
        return Town.Brought(
            number: number, at: now, came: (Int(record), came), begun: (begun, records[begun]?.person ?? Person()),
            isBeside: line.people.contains(Int(record)), doubted: doubted)
    }

    /// Puts both records back, as a store does.
    mutating func undo(_ claim: Town.Brought) {
        records[claim.came.id] = Record(person: claim.came.person)
        records[claim.begun.id] = Record(person: claim.begun.person)
        begun[claim.came.id]?.remove(claim.begun.id)
        for (number, standing) in claim.doubted {
            guard let line = lines[number], line.person == claim.came.id, line.state.gate == nil else { continue }
            lines[number]?.state.standing = standing
        }
        guard var line = lines[claim.number] else { return }
        if !claim.isBeside { line.left.insert(claim.came.id) }
        line.enter(claim.begun.id)
        if line.person == claim.came.id { line.person = claim.begun.id }
        lines[claim.number] = line
    }
}
