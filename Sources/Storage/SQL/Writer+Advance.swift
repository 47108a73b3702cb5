import Conversation
import Expressions
import Sealing

extension Writer {
    /// Advances one conversation, or finds that it was advanced before.
    ///
    /// The key is the first thing written, so that keeping it finds a repeat: looking for it beforehand would cost
    /// every turn another search. A repeat's decision is thrown away.
    ///
    /// - Parameter held: The number of the SMS that it is, when that was held before.
    mutating func advance(
        _ arrival: Arrival, taking held: Int64? = nil, _ decide: (Snapshot) -> Decision
    ) throws(StoreFault) -> Settlement {
        let address = try address(of: arrival)
        if address == nil, !arrival.subject.canBeNew {
            _ = try consume(arrival)
            return Settlement(answer: nil, isRepeat: true, hasOutgoing: false)
        }
        try require(address, arrival)
        let person = try address.map { (address) throws(StoreFault) in try self.person(of: address, arrival) } ?? nil
        let snapshot = try snapshot(of: arrival, address, person)
        let decision = try decided(snapshot, at: arrival.at, decide)
        if let stretch = decision.stretch { return Settlement(needing: stretch) }
        if decision.reachesOthers { try database.requireAlone() }
        if let key = arrival.key, let earlier = try remember(key, of: arrival, decision) {
            return Settlement(answer: earlier, isRepeat: true, hasOutgoing: false)
        }
        try answer(arrivalOf: arrival.subject, decision.answer, at: arrival.at)
        guard try consume(arrival) else { return Settlement(answer: nil, isRepeat: true, hasOutgoing: false) }
        if decision.turn.hold != nil { return try hold(decision, arrival, at: address, again: held) }
        if let held { try drop(held: held) }
        let kept = try keep(decision, arrival, address, person)
        var settlement = Settlement(
            answer: decision.answer, isRepeat: false, hasOutgoing: !decision.outgoing.isEmpty, request: kept.request,
            screen: decision.screen, hasFreed: try free(decision.turn, kept.person, at: arrival.at))
        settlement.flags = decision.turn.flags
        return settlement
    }

    /// Fails where others write beside who may be about the same person, or about the number that she is led on.
    private func require(_ address: KnownAddress?, _ arrival: Arrival) throws(StoreFault) {
        if let address, newcomers.contains(address.person) { return }
        let fingerprint: [UInt8]? = if case .address(let key, _) = arrival.subject { key.fingerprint } else { nil }
        try database.require(address?.isAway == true ? nil : address?.person, fingerprint)
    }

    /// What a turn about a conversation would know now; nil where there is no such conversation.
    mutating func snapshot(of session: SessionID) throws(StoreFault) -> Snapshot? {
        let arrival = Arrival(key: nil, subject: .session(session), at: Timestamp(milliseconds: 0))
        guard let address = try address(of: arrival) else { return nil }
        return try snapshot(of: arrival, address, person(of: address, arrival))
    }

    /// The same, with what a decision about it needs.
    mutating func snapshot(
        of session: SessionID, at now: Timestamp, for decide: (Snapshot) -> Decision
    ) throws(StoreFault) -> Snapshot? {
        guard let snapshot = try snapshot(of: session) else { return nil }
        return try answering(snapshot, at: now, decide).snapshot
    }

    private func snapshot(
        of arrival: Arrival, _ address: KnownAddress?, _ person: KnownPerson?
    ) throws(StoreFault) -> Snapshot {
        let isSuppressed = address == nil ? try isSuppressed(arrival.subject) : false
        var snapshot = Snapshot(
            person: person?.record ?? Person(isStopped: isSuppressed), session: person?.live?.session,
            caseNumber: memory.nextCase,
            address: address?.state ?? AddressState())
        snapshot.holder = address?.person
        if let address, address.state.isShared {
            snapshot.sharers = try sharers(of: address)
            snapshot.isAway = address.isAway
        }
        if let address { snapshot.held = try heldCount(of: address) }
        if let session = arrival.subject.session {
            snapshot.isCurrent = person?.live?.id == session
            snapshot.isAway = address?.isAway ?? false
            snapshot.line = address?.id
        }
        return snapshot
    }

    /// Keeps an arrival's key, anew where its window is over. Returns the answer of the arrival that it repeats, nil
    /// when it repeats none.
    private mutating func remember(
        _ key: [UInt8], of arrival: Arrival, _ decision: Decision
    ) throws(StoreFault) -> [UInt8]?? {
        let answer = try seal(answer: decision.answer)
        guard try !keepKey(key, answer, at: arrival.at) else { return nil }
        let known = try known(key)
        guard let known, !arrival.isRepeat(after: known.at, isNew: decision.isNew) else {
            return .some(known?.answer)
        }
        try turns.renewKey.run(arrival.at, answer, key)
        return nil
    }

    /// What is kept of an earlier arrival with a key.
    func known(_ key: [UInt8]) throws(StoreFault) -> (answer: [UInt8]?, at: Timestamp)? {
        let known = try turns.recall.first(key) { columns in
            (answer: columns.optional(0, columns.bytes), at: Timestamp(milliseconds: columns.integer(1)))
        }
        guard let known else { return nil }
        return (try known.answer.map { (sealed) throws(StoreFault) in try open(sealed, as: .answer) }, known.at)
    }

    private mutating func keep(
        _ decision: Decision, _ arrival: Arrival, _ address: KnownAddress?, _ known: KnownPerson?
    ) throws(StoreFault) -> (request: RequestRow?, person: Int64) {
        let turn = decision.turn
        let address = try keepAddress(of: arrival, address, known, turn)
        let known = try self.known(known, at: address, after: turn.move, arrival)
        let own = try keepSession(of: decision, address, known?.live, at: arrival.at)
        if turn.forgets {
            try forget(address, telling: decision.outgoing, at: arrival.at)
            return (nil, address.person)
        }
        // An objection is no part of the conversation that she who has the record now is in.
        let session = turn.frozenUntil == nil ? arrival.subject.session ?? own : nil
        if let own { try keepPlaces(of: decision, own, before: known?.record) }
        try keepConsents(of: turn, address.person, at: arrival.at)
        try addLine(turn, session, address, known?.live?.damage, arrival)
        try keepGuest(of: turn, address)
        if turn.person.isStopped, known?.record.isStopped == false {
            try cancelMessages(to: address.person, at: arrival.at)
        }
        try stopOthers(turn, address, at: arrival.at)
        try dropHeld(after: turn, wasStopped: known?.record.isStopped ?? true, address)
        for draft in decision.outgoing {
            try add(draft, to: address.person, at: address.id, of: session, now: arrival.at)
        }
        for opened in turn.cases {
            try turns.addCase.run(
                opened.number, address.person, session, opened.topic, seal(opened.note, as: .note), opened.step,
                arrival.at)
            memory.nextCase = max(memory.nextCase, opened.number + 1)
        }
        try keepIdentity(of: decision, address, at: arrival.at)
        let live = turn.session.flatMap { live in
            own.map {
                LiveSession(
                    id: $0, address: line(of: known?.live, after: live, on: address), session: live,
                    silenceAt: decision.silenceAt, counting: counting(of: known?.live, after: turn),
                    step: step(of: known?.live, after: decision))
            }
        }
        memory.put(KnownPerson(record: turn.person, live: live), for: address.person)
        if let until = turn.frozenUntil { try object(address, frozenUntil: until, at: arrival.at) }
        return (try keepLater(decision, address, own), address.person)
    }

    /// A turn with nothing in it, such as the silence of a session that may still go on, leaves no line.
    private func addLine(
        _ turn: Turn, _ session: Int64?, _ address: KnownAddress, _ damage: String?, _ arrival: Arrival
    ) throws(StoreFault) {
        var flags = turn.flags
        if let damage { flags.append(Flag(.place, step: "", detail: "the session was lost: \(damage)")) }
        let isEmpty = turn.input.isEmpty && turn.understood.isEmpty && turn.reply == nil && turn.outcome == nil
        guard !isEmpty || !flags.isEmpty else { return }
        let line = SpokenLine(
            input: turn.input, reply: turn.replyToKeep, understood: turn.understood, flags: flags,
            channel: address.channel, path: turn.path)
        try turns.addLine.run(
            session, session == nil ? address.person : nil, arrival.at, turn.step, seal(line.encoded(), as: .line),
            arrival.key)
        if let session, !flags.isEmpty { try query(SessionSQL.flag).run(flags.count, session) }
    }
}

extension Decision {
    /// Whether it surely does more than a transaction may that others write beside: it is known before anything is written.
    fileprivate var reachesOthers: Bool {
        !turn.cases.isEmpty || turn.move != nil || turn.forgets || turn.hold != nil || !turn.mistakes.isEmpty
            || turn.endsCodes || offer != nil || plea != nil || turn.frozenUntil != nil || turn.person.isStopped
    }
}

extension Turn {
    /// The reply as a transcript keeps it: without its secrets.
    fileprivate var replyToKeep: String? {
        reply.map { reply in
            secrets.reduce(reply.text) { text, secret in
                text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "…")
            }
        }
    }
}

extension Subject {
    /// The conversation that it is about, where it is about one by its number.
    fileprivate var session: Int64? {
        if case .session(let id) = self { id.rawValue } else { nil }
    }

    /// Whether it may be about someone nobody knows yet.
    fileprivate var canBeNew: Bool {
        switch self {
        case .address: true
        case .timer, .reminder, .request, .recipient, .session: false
        }
    }
}
