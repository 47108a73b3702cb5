import Expressions

/// People and numbers in memory, kept as a store keeps them: what a turn changes about whose a number is, it changes
/// here as there.
package struct Registry: Sendable {
    struct Record: Sendable {
        var person = Person()
        var session: Session?
        /// The number that her conversation was last led on.
        var line = ""
        /// How much is kept beside that, as far as it is counted here.
        var counts = RecordCounts()
    }

    struct Line: Sendable {
        /// Who it leads to.
        var person: Int
        var state: AddressState
        /// Who has or had it, in the order they came.
        var profiles: [Int]
        /// Those of them who have it no more.
        var left: Set<Int> = []

        init(person: Int, state: AddressState) {
            self.person = person
            self.state = state
            profiles = [person]
        }

        /// Who has it.
        var people: [Int] { profiles.filter { !left.contains($0) } }

        /// Lets it lead to someone who has it from now on.
        mutating func lead(to person: Int) {
            self.person = person
            enter(person)
        }

        /// Someone has it from now on.
        mutating func enter(_ person: Int) {
            left.remove(person)
            if !profiles.contains(person) { profiles.append(person) }
        }
    }

    struct Code: Sendable {
        let digits: String
        let person: Int
        let expiresAt: Timestamp
        var isUsed = false
    }

    var lines: [String: Line] = [:]
    var records: [Int: Record] = [:]
    /// How many there ever were: no number is given twice.
    var recordCount = 0
    var codes: [Code] = []
    /// Those who wait for staff to bring them a record: where they asked, and the number they say was theirs, if
    /// it was known.
    var pleas: [Int64: (at: String, old: String?)] = [:]
    /// The records that came to other numbers, in their order.
    package internal(set) var claims: [Brought] = []
    /// The records that were begun elsewhere and became part of one.
    var begun: [Int: Set<Int>] = [:]
    /// Until when those are remembered who have not agreed that anything is kept about them.
    var guests: [Int: Timestamp] = [:]
    /// Those for whom staff have something to do.
    var hasCase: Set<Int> = []
    /// Numbers of people who were erased and want no messages.
    var suppressed: Set<String> = []

    package init() {}

    /// What is known before a turn of whoever a number belongs to; nil for a number nobody was heard on. What is put here
    /// is known from then on.
    package subscript(number: String) -> Snapshot? {
        get { lines[number].flatMap { snapshot(of: $0.person, at: $0) } }
        set {
            guard let newValue else {
                lines[number] = nil
                return
            }
            let person = lines[number]?.person ?? addRecord()
            records[person] = Record(person: newValue.person, session: newValue.session, line: number)
            lines[number, default: Line(person: person, state: newValue.address)].state = newValue.address
        }
    }

    /// As the other subscript, with something for a number that is not known.
    package subscript(number: String, default unknown: Snapshot) -> Snapshot {
        get { self[number] ?? unknown }
        set { self[number] = newValue }
    }

    /// What is known before a turn about one of the people of a number; nil when she is not among them.
    func snapshot(of person: Int64, at number: String) -> Snapshot? {
        guard let line = lines[number] else { return nil }
        return line.people.contains(Int(person)) ? snapshot(of: Int(person), at: line) : nil
    }

    private func snapshot(of person: Int, at line: Line) -> Snapshot? {
        guard let record = records[person] else { return nil }
        var snapshot = Snapshot(person: record.person, session: record.session, address: line.state)
        snapshot.holder = Int64(person)
        snapshot.sharers = line.state.isShared ? line.people.map(Int64.init) : []
        snapshot.isAway = person != line.person
        return snapshot
    }

    /// One of the people of a number, as a turn asks for her.
    func sharer(_ person: Int64) -> Sharer? {
        records[Int(person)].map {
            Sharer(holder: Holder(id: person, person: $0.person), session: $0.session)
        }
    }

    /// Keeps what a turn left, written to bytes and read back.
    ///
    /// - Parameter away: The one of the people it was about, where the number leads to another of them.
    mutating func keep(_ turn: Turn, of number: String, away: Int64? = nil) throws(CodingFault) {
        var line = lines[number] ?? Line(person: addRecord(), state: AddressState())
        switch turn.move {
        case .newcomer:
            for person in line.people where records[person]?.line == number { records[person]?.session = nil }
            line.left.formUnion(line.profiles)
            line.lead(to: addRecord())
        case .sharer:
            line.lead(to: addRecord())
        case .choice(let person):
            line.lead(to: Int(person))
        case .claim(let claim):
            bring(claim, insteadOf: line.person, to: &line, at: number, turn.objection)
        case nil: break
        }
        for wrong in turn.mistakes { records[Int(wrong.holder)]?.person = wrong.person }
        if let plea = turn.plea {
            pleas[Int64(line.person)] = (number, lines[plea.number] == nil ? nil : plea.number)
        }
        if turn.endsCodes { endCodes(of: line.person) }
        if let offer = turn.offer {
            codes.append(Code(digits: offer.digits, person: line.person, expiresAt: offer.expiresAt))
        }
        let owner = away.map { Int($0) } ?? line.person
        let before = records[owner]
        // A turn that changes nothing in a conversation leaves it where it is: whoever stands before a closed gate on
        // another of her numbers may be a stranger.
        let isLeft = turn.session != nil && turn.session == before?.session
        records[owner] = Record(
            person: try Person(decoding: turn.person.encoded()),
            session: try turn.session.map { (session) throws(CodingFault) in try Session(decoding: session.encoded()) },
            line: isLeft ? before?.line ?? number : number, counts: (before?.counts ?? RecordCounts()).counting(turn))
        if var state = turn.address {
            state.gate = try state.gate.map { (gate) throws(CodingFault) in try Gate(decoding: gate.encoded()) }
            line.state = state
        }
        lines[number] = line
        keepGuest(turn, away.map { Int($0) } ?? line.person)
        if turn.forgets { erase(line.person) }
        if let until = turn.frozenUntil { object(at: number, until: until) }
    }

    /// The numbers that lead to whoever a number leads to, in their order; none for a number that is not known.
    func numbers(leadingWhere number: String) -> [String] {
        guard let person = lines[number]?.person else { return [] }
        return lines.keys.filter { lines[$0]?.person == person }.sorted()
    }

    /// Whether somebody waits for staff to bring her a record.
    func isWaiting(_ person: Int64) -> Bool { pleas[person] != nil }

    /// Who asked for a record on a number, and waits for staff; nil where nobody does.
    func waiting(at number: String) -> Int64? { pleas.filter { $0.value.at == number }.keys.min() }

    /// The records that staff can bring somebody who waits, as the number had them that she named, without those of
    /// others on the phone that she asked from.
    func records(askedForBy person: Int64) -> [Holder] {
        guard let plea = pleas[person], let old = plea.old else { return [] }
        let here = lines[plea.at]?.people ?? []
        return holders(of: old).filter { $0.id != person && !here.contains(Int($0.id)) }
    }

    /// Staff bring somebody the record she asked for, with what she has begun since; false where it is not clear which
    /// that is, or where she does not have the number any more that she asked from.
    ///
    /// - Parameters:
    ///   - record: Which record; nil for the only one that the number had.
    ///   - objection: What its other numbers are asked about it.
    mutating func approve(
        pleaOf person: Int64, bringing record: Int64? = nil, _ objection: Objection? = nil
    ) -> Bool {
        guard let plea = pleas[person], var line = lines[plea.at], line.people.contains(Int(person)) else {
            return false
        }
        let found = records(askedForBy: person).map(\.id)
        guard let holder = record ?? (found.count == 1 ? found.first : nil), found.contains(holder),
            let kept = records[Int(holder)], let begun = records[Int(person)]
        else { return false }
        bring(Claim(holder: holder, code: nil), insteadOf: Int(person), to: &line, at: plea.at, objection)
        records[Int(holder)] = Record(
            person: kept.person.merging(begun.person), session: begun.session, line: begun.line)
        lines[plea.at] = line
        pleas[person] = nil
        return true
    }

    /// Staff do not bring it.
    mutating func refuse(pleaOf person: Int64) {
        pleas[person] = nil
    }

    /// Whose a claim code is at a moment.
    func code(_ digits: String, at now: Timestamp) -> Findings.Code {
        let place = codes.firstIndex { $0.digits == digits && !$0.isUsed && now < $0.expiresAt }
        guard let place, let record = records[codes[place].person] else { return .nobody }
        let isOld = codes[(place + 1)...].count { $0.person == codes[place].person } >= OfferedCode.kept
        return isOld ? .nobody : .of(Holder(id: Int64(codes[place].person), person: record.person), code: Int64(place))
    }

    /// Who has or had a number, who came last first.
    func holders(of number: String) -> [Holder] {
        guard let line = lines[number] else { return [] }
        return line.profiles.reversed().compactMap { id in
            records[id].map { Holder(id: Int64(id), person: $0.person) }
        }
    }

    mutating func addRecord() -> Int {
        recordCount += 1
        records[recordCount] = Record()
        return recordCount
    }
}
