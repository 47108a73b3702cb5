import Expressions

/// People are erased, as a store erases them.
extension Registry {
    /// Something for a number that nobody is known on: that its people want no messages outlives them.
    func stranger(on number: String) -> Snapshot {
        Snapshot(person: Person(isStopped: suppressed.contains(number)))
    }

    /// Keeps until when someone is remembered, or that she is no guest while she is in a session.
    mutating func keepGuest(_ turn: Turn, _ person: Int) {
        if turn.session != nil { guests[person] = nil }
        if let until = turn.guestUntil { guests[person] = until }
        if !turn.cases.isEmpty { hasCase.insert(person) }
    }

    /// Erases guests who need not be remembered any more, and for whom staff have nothing to do.
    ///
    /// - Returns: The numbers that nobody is known on any more.
    mutating func forgetGuests(at now: Timestamp) -> [String] {
        let known = Set(lines.keys)
        for (person, until) in guests.sorted(by: { $0.key < $1.key }) where until <= now && !hasCase.contains(person) {
            erase(person)
        }
        return known.subtracting(lines.keys).sorted()
    }

    /// Erases a person. Where others have a number of hers too, or had it, somebody new has her place.
    mutating func erase(_ person: Int) {
        let isStopped = records[person]?.person.isStopped ?? false
        records[person] = nil
        guests[person] = nil
        hasCase.remove(person)
        pleas[Int64(person)] = nil
        endCodes(of: person)
        for place in claims.indices where [claims[place].came.id, claims[place].begun.id].contains(person) {
            claims[place].isUndone = true  // nothing of it is left to put back
        }
        for other in begun.removeValue(forKey: person) ?? [] { erase(other) }
        for number in lines.keys.sorted() { part(person, from: number, isStopped: isStopped) }
    }

    private mutating func part(_ person: Int, from number: String, isStopped: Bool) {
        guard var line = lines[number], let place = line.profiles.firstIndex(of: person) else { return }
        guard line.profiles.count > 1 else {
            if isStopped || line.state.isStopped || line.state.gate?.isStopped == true { suppressed.insert(number) }
            lines[number] = nil
            return
        }
        if line.left.remove(person) != nil, line.person != person {
            line.profiles.remove(at: place)
        } else {
            let newcomer = addRecord()
            records[newcomer]?.person.isStopped = isStopped
            line.profiles[place] = newcomer
            if line.person == person { line.person = newcomer }
            line.state.gate = line.state.gate?.without(Int64(person))
            line.state.objectionUntil = nil
        }
        lines[number] = line
    }
}
