import Conversation
import Storage

/// What every decision has of its turn, whatever it is about: codes and numbers only as the store may know them.
extension Decision {
    /// Nothing is decided before something is known.
    init(_ turn: Turn, needing need: Need, _ vault: NumberVault) {
        self.init(turn: turn)
        switch need {
        case .code(let digits): lookup = .code(vault.digest(ofCode: digits))
        case .holders(let number): lookup = .holders(vault.fingerprint(ofNumber: number))
        case .plea(let person): lookup = .plea(of: person)
        case .sharer(let person): lookup = .sharer(person)
        case .counts(let person): lookup = .counts(of: person)
        case .stretch(let pin, let salts): stretch = Stretch(pin: pin, salts: salts)
        }
    }

    /// The decision with the code that the turn shows, the record that it asks for, where she is counted, and where she
    /// can be found.
    func completed(_ machine: ConversationMachine, _ vault: NumberVault) -> Decision {
        var decision = self
        decision.offer = turn.offer.map { CodeDraft(digest: vault.digest(ofCode: $0.digits), expiresAt: $0.expiresAt) }
        decision.plea = turn.plea.map {
            PleaDraft(fingerprint: vault.fingerprint(ofNumber: $0.number), caseNumber: $0.caseNumber)
        }
        // A session that goes on is not counted.
        if turn.session == nil || turn.isBeginning { decision.place = machine.packs.current.city(of: turn.person) }
        decision.places = machine.packs.current.places(of: turn.person).map(vault.place)
        return decision
    }
}
