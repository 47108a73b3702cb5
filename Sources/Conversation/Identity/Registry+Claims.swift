package import Expressions

/// Records that came to other numbers, and the way back, as a store goes it.
extension Registry {
    /// A record that came to a number, and how everything was before.
    package struct Brought: Sendable {
        /// Where it came to.
        let number: String
        /// The record that came and the one that was begun there, with what they were.
        let came, begun: (id: Int, person: Person)
        /// How much was kept of the record that was begun.
        let begunCounts: RecordCounts
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

    /// The record that was begun on a number ends; the number leads to another, whose own numbers may be a stranger's from
    /// now on.
    mutating func bring(
        _ claim: Claim, insteadOf begun: Int, to line: inout Line, at number: String, _ objection: Objection?
    ) {
        let holder = Int(claim.holder)
        let more = records[begun]?.counts ?? RecordCounts()
        claims.append(
            Brought(
                number: number, came: (holder, records[holder]?.person ?? Person()),
                begun: (begun, records[begun]?.person ?? Person()), begunCounts: more,
                isBeside: line.people.contains(holder),
                doubted: lines.filter { $0.key != number && $0.value.person == holder }.mapValues(\.state.standing)))
        self.begun[holder, default: []].insert(begun)
        records[holder]?.counts.add(more)
        records[begun]?.session = nil
        records[begun]?.counts = RecordCounts(since: more.since)
        line.left.insert(begun)
        if line.person == begun { line.lead(to: holder) } else { line.enter(holder) }
        for number in lines.keys where lines[number]?.person == holder { lines[number]?.state.doubt(objection) }
        if let code = claim.code { codes[Int(code)].isUsed = true }
    }

    /// The latest claim that stands after one and is of the same records or on the same number; nil where none does.
    func latest(after place: Int) -> Int? {
        claims.indices.last { $0 > place && !claims[$0].isUndone && claims[$0].touches(claims[place]) }
    }

    /// Whether the record of a claim is still where it came to.
    func isThere(_ place: Int) -> Bool {
        lines[claims[place].number]?.people.contains(claims[place].came.id) == true
    }

    /// Puts both records of a claim back.
    ///
    /// - Parameter isTrusted: Whether the numbers are hers again that were before.
    mutating func undo(_ place: Int, isTrusted: Bool = true) {
        claims[place].isUndone = true
        let claim = claims[place]
        records[claim.came.id]?.person = claim.came.person
        records[claim.came.id]?.session = nil
        records[claim.came.id]?.counts.take(claim.begunCounts)
        // Whoever still had it on another number may be in a conversation there.
        records[claim.begun.id]?.person = claim.begun.person
        records[claim.begun.id]?.counts.add(claim.begunCounts)
        begun[claim.came.id]?.remove(claim.begun.id)
        for (number, standing) in isTrusted ? claim.doubted : [:] {
            guard let line = lines[number], line.person == claim.came.id, line.state.gate == nil else { continue }
            lines[number]?.state.standing = standing
        }
        guard var line = lines[claim.number] else { return }
        if !claim.isBeside { line.left.insert(claim.came.id) }
        line.enter(claim.begun.id)
        if line.person == claim.came.id { line.person = claim.begun.id }
        lines[claim.number] = line
    }

    /// A number objects: the claims that it was asked about are undone, from the latest, with what came of them. Its
    /// codes end, and its PIN brings the record nowhere for a while.
    mutating func object(at number: String, until: Timestamp) {
        guard let person = lines[number]?.person else { return }
        for place in claims.indices.reversed() where !claims[place].isUndone && claims[place].came.id == person {
            guard let standing = claims[place].doubted[number] else { continue }
            guard takeBack(place), standing != .verified else { break }
        }
        endCodes(of: person)
        records[person]?.person.freeze(until: until)
    }

    /// Undoes a claim and every later one that stands in the way. Returns whether it is undone.
    private mutating func takeBack(_ place: Int) -> Bool {
        while let later = latest(after: place) {
            guard takeBack(later) else { return false }
        }
        guard isThere(place) else { return false }
        undo(place, isTrusted: false)
        return true
    }

    mutating func endCodes(of person: Int) {
        for place in codes.indices where codes[place].person == person { codes[place].isUsed = true }
    }
}

extension Person {
    /// Lets no PIN bring the record anywhere until a moment, as after too many wrong ones.
    package mutating func freeze(until: Timestamp) {
        guard let locks = pin?.attempts.locks else { return }
        pin?.attempts = Attempts(locks: locks + 1, lockedUntil: until)
    }
}
