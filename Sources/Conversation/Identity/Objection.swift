package import Expressions

/// What a number that was surely hers alone is asked when its record has gone to another number. A 2 by SMS says that it was
/// not she; then the record opens on neither phone without what she alone knows, until staff have looked at it.
package struct Objection: Hashable, Sendable {
    /// What the case for staff is about; it names nothing of hers.
    package static let topic = "objection"
    /// The number that objects.
    static let answer = 2

    /// The question, as an SMS.
    package let question: String
    /// When it is asked.
    package let at: Timestamp
    /// Until when an answer counts.
    package let until: Timestamp
    /// A number on which nobody was heard after this moment may be a stranger's: it is told, and asked nothing.
    package let heardAfter: Timestamp

    package init(question: String, at: Timestamp, until: Timestamp, heardAfter: Timestamp) {
        self.question = question
        self.at = at
        self.until = until
        self.heardAfter = heardAfter
    }
}

extension Pack {
    /// The objection that is open to the other numbers of a record that is brought somewhere at a moment.
    ///
    /// - Parameter language: The record's, as a tag; nil where it has none.
    /// - Returns: Nil where the question cannot be made.
    package func objection(in language: String?, at now: Timestamp) -> Objection? {
        let (place, identity) = (place(of: language), settings.identity)
        let evaluation = Evaluation(
            scope: DictionaryScope(["claim": .object(Walk.claimObject(identity))]), now: now,
            utcOffset: settings.utcOffset, language: languages[place].tag)
        guard let question = try? evaluation.render(texts[.claimQuestion].version(place)) else { return nil }
        return Objection(
            question: question, at: now, until: now + Int64(identity.objectionDays) * 86_400,
            heardAfter: now + -Int64(identity.unverifiedAfter))
    }
}

extension AddressState {
    /// Whether the number may object: it was surely hers alone, or is asked already about an earlier claim.
    func mayObject(to objection: Objection) -> Bool {
        let isHers = standing == .verified && heardAt.map { $0 > objection.heardAfter } ?? true
        let isAsked = objectionUntil.map { $0 > objection.at } ?? false
        return !isShared && (isHers || isAsked)
    }

    /// The record of the number is brought to another one: it may be a stranger's from now on.
    mutating func doubt(_ objection: Objection?) {
        if let objection, mayObject(to: objection) { objectionUntil = objection.until }
        standing = .unverified
    }
}

extension Gatekeeper {
    /// The turn of an SMS that objects to a claim; nil for any other. Where the gate asked something since, a 2 answers
    /// that.
    ///
    /// - Parameter since: When it came, if it was held.
    mutating func objection(_ folded: String, heldSince since: Timestamp?) -> Turn? {
        let said = since ?? now
        guard let until = state.objectionUntil, said < until, MenuReading.number(folded) == Objection.answer else {
            return nil
        }
        let isAsked = gate.isAsking && gate.askedAt.map { $0 <= said } ?? true
        guard !isAsked else { return nil }
        state.objectionUntil = nil
        var turn = closed("objection", saying: walk.builtIn(.claimObjected), ends: true)
        let locks = snapshot.person.pin?.attempts.locks ?? 0
        turn.frozenUntil = now + settings.lock(after: locks + 1)
        turn.cases = [OpenedCase(number: snapshot.caseNumber, topic: Objection.topic, note: "", step: "")]
        return turn
    }
}
