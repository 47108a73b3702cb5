import Expressions

/// A phone of several people: who is there, without naming anybody.
extension Gatekeeper {
    /// Whether whoever is at the number, or one of those who use it, asked for no more messages.
    var isStopped: Bool {
        get { state.isShared ? state.isStopped : gate.isStopped }
        set {
            if state.isShared { state.isStopped = newValue } else { gate.isStopped = newValue }
        }
    }

    /// The record that answers are compared with; nil while the store has not told it.
    var candidate: Person? { gate.chosen.map(record) ?? snapshot.person }

    /// The record of one of the people; nil while the store has not told it.
    func record(of person: Int64) -> Person? {
        if let mistaken, person == gate.chosen { return mistaken }
        if person == snapshot.holder { return snapshot.person }
        return snapshot.findings?.sharer.flatMap { $0.holder.id == person ? $0.holder.person : nil }
    }

    /// Wrong answers about whoever is asked for: on a phone of several people each has her own count.
    var attempts: Attempts {
        get { gate.chosen == nil ? gate.attempts : candidate.map { $0.pin?.attempts ?? $0.checks } ?? Attempts() }
        set {
            guard gate.chosen != nil, var person = candidate else {
                gate.attempts = newValue
                return
            }
            if person.pin == nil { person.checks = newValue } else { person.pin?.attempts = newValue }
            mistaken = person
        }
    }

    /// Keeps a wrong answer with the record that it was about.
    func count(in turn: inout Turn) {
        guard let mistaken, let chosen = gate.chosen else { return }
        if chosen == snapshot.holder {
            turn.person = mistaken
        } else {
            turn.mistakes = [Mistake(holder: chosen, person: mistaken)]
        }
    }

    /// Whether whoever writes now may be another than the one who was asked to show who she is.
    var isAskedTooLongAgo: Bool {
        guard state.isShared, gate.chosen != nil, let askedAt = gate.askedAt else { return false }
        return now - askedAt > Int64(walk.pack.settings.late)
    }

    /// Asks the first question again: whoever comes back may be someone else. One who must wait waits on.
    mutating func returnToStart() {
        let (waits, isTooLong) = (gate.stage == .locked && !state.isShared, isAskedTooLongAgo)
        gate.chosen = nil
        let isAsking = gate.isAsking && !isTooLong
        gate.turn(to: waits ? .locked : state.firstStage)
        if !isAsking { gate.page = Gate.notAsked }
    }

    /// The people by their numbers in the list, and somebody new while there is room.
    func whoLines() -> [String] {
        let people = snapshot.sharers.indices.map { walk.pack.line($0 + 1, "\(walk.builtIn(.whoPerson)) \($0 + 1)") }
        return people + (hasRoom ? [walk.pack.line(people.count + 1, walk.builtIn(.whoNew))] : [])
    }

    private var hasRoom: Bool { snapshot.sharers.count < settings.people }

    /// Reads who is there.
    mutating func readWho(_ folded: String) -> Turn {
        let people = snapshot.sharers
        switch MenuReading.number(folded) {
        case let number? where people.indices.contains(number - 1): return choose(people[number - 1])
        case let number? where number == people.count + 1 && hasRoom: return joined()
        default:
            gate.misses += 1
            return asked("retry")
        }
    }

    /// She says that it is she: where anything is known of her she has to show it, each time.
    private mutating func choose(_ person: Int64) -> Turn {
        gate.chosen = person
        guard let record = record(of: person) else {
            need = .sharer(person)
            return closed("", saying: nil)
        }
        if attempts.isLocked(at: now) {
            gate.turn(to: .locked)
        } else if !record.hasSecrets {
            return opened()
        } else if let proof = nextProof {
            gate.turn(to: proof)
        } else if record.isOpen(in: walk.pack) {
            return opened()
        } else {
            gate.turn(to: .locked)
        }
        return asked("who")
    }

    /// Someone who could not show who she is begins anew: in place of those who were here, or beside them.
    mutating func begunAnew() -> Turn {
        guard state.isShared, gate.chosen != nil else { return begun() }
        if hasRoom { return joined() }
        returnToStart()
        return asked("no room")
    }
}

extension AddressState {
    /// What whoever comes is asked first.
    var firstStage: Gate.Stage { isShared && standing == .verified ? .who : .known }
}

extension Person {
    /// Whether those who share her phone are kept out of her record: by a PIN, by a fact that is asked for, or because it
    /// holds something private.
    func isProtected(in pack: Pack) -> Bool {
        !isOpen(in: pack) || pack.settings.identity.check.contains { fields[$0] != nil }
    }

    /// Whether nothing is known of her that the pack calls private, so that it may show to those who share her phone
    /// where there is no question to tell her from them.
    func isOpen(in pack: Pack) -> Bool {
        pin == nil && !fields.keys.contains { pack.personFields[$0]?.isPrivate ?? true }
    }
}
