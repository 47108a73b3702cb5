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
            let objection = machine.packs.current.objection(in: record?.person.language, at: now)
            guard people.approve(pleaOf: asker, bringing: nil, objection) else { return nil }
            language = language ?? record?.person.language
        } else {
            people.refuse(pleaOf: asker)
        }
        let after = people[number] ?? begun
        var turn = Turn(person: after.person, session: after.session)
        let pack = machine.packs.current
        let text = pack.texts[isApproved ? .claimApproved : .claimRefused].version(pack.place(of: language))
        turn.messages = [text.literal].compactMap(\.self)
        return turn
    }
}
