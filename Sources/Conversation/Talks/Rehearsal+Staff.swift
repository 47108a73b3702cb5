import Expressions

extension Rehearsal {
    /// Staff decide what somebody asked for on a number: they bring her record, or do not, and she is told by SMS.
    ///
    /// - Returns: What she is told, as the turn's message; nil where nobody waits there, or no record can be brought.
    package mutating func decide(on number: String, isApproved: Bool) -> Turn? {
        guard let asker = people.waiting(at: number), let begun = people.snapshot(of: asker, at: number) else {
            return nil
        }
        var language = begun.person.language
        if isApproved {
            let record = people.records(askedForBy: asker).first
            guard people.approve(pleaOf: asker) else { return nil }
            language = language ?? record?.person.language
        } else {
            people.refuse(pleaOf: asker)
        }
        let now = people[number] ?? begun
        var turn = Turn(person: now.person, session: now.session)
        let pack = machine.packs.current
        let text = pack.texts[isApproved ? .claimApproved : .claimRefused].version(pack.place(of: language))
        turn.messages = [text.literal].compactMap(\.self)
        return turn
    }
}
