import Expressions

/// How much is kept of people, as far as flows read it.
extension Registry {
    /// How much is kept of somebody at a moment.
    func counts(of person: Int64, at now: Timestamp) -> RecordCounts {
        let id = Int(person)
        var counts = records[id]?.counts ?? RecordCounts()
        counts.since = counts.since ?? now
        counts.numbers = lines.values.count { $0.people.contains(id) }
        counts.codes = codes.count { $0.person == id && !$0.isUsed && now < $0.expiresAt }
        return counts
    }
}

extension RecordCounts {
    /// With what another record brings along.
    mutating func add(_ other: RecordCounts) {
        conversations += other.conversations
        cases += other.cases
    }

    /// Without what went back to another record.
    mutating func take(_ other: RecordCounts) {
        conversations -= other.conversations
        cases -= other.cases
    }

    /// With what a turn adds.
    func counting(_ turn: Turn) -> RecordCounts {
        var counts = self
        if turn.isBeginning { counts.conversations += 1 }
        counts.cases += turn.cases.count
        return counts
    }
}
