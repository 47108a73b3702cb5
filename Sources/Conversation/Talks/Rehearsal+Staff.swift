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
            let left = record.map { people.left(by: $0.id, for: number, objection) } ?? []
            guard people.approve(pleaOf: asker, bringing: nil, objection) else { return nil }
            tell(left, text(.claimNotice, in: record?.person.language), objection)
            language = language ?? record?.person.language
        } else {
            people.refuse(pleaOf: asker)
        }
        let after = people[number] ?? begun
        var turn = Turn(person: after.person, session: after.session)
        turn.messages = [text(isApproved ? .claimApproved : .claimRefused, in: language)].compactMap(\.self)
        return turn
    }

    /// Staff end the conversation of whoever has a number.
    ///
    /// - Returns: The turn that ends it; nil where she is in none.
    package mutating func close(on number: String) throws(CodingFault) -> Turn? {
        guard let snapshot = people[number], let kind = snapshot.session?.kind else { return nil }
        let channel = ChannelView(name: "rehearsal", kind: kind)
        let closing = machine.receive(.end, on: channel, snapshot, at: now)
        guard closing.outcome == .done else { return nil }
        try keep(closing.turn, of: number, on: channel)
        return closing.turn
    }

    /// A built-in text that no answer stands in.
    private func text(_ name: BuiltInTexts.Name, in language: String?) -> String? {
        let pack = machine.packs.current
        return pack.texts[name].version(pack.place(of: language)).literal
    }
}
