import Expressions

/// People and numbers in memory, kept as a store keeps them: what a turn changes about whose a number is, it changes
/// here as there.
package struct Registry: Sendable {
    private struct Record: Sendable {
        var person = Person()
        var session: Session?
    }

    private struct Line: Sendable {
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
            left.remove(person)
            if !profiles.contains(person) { profiles.append(person) }
        }
    }

    private struct Code: Sendable {
        let digits: String
        let person: Int
        let expiresAt: Timestamp
        var isUsed = false
    }

    private var lines: [String: Line] = [:]
    private var records: [Int: Record] = [:]
    private var codes: [Code] = []
    /// Those who wait for staff to bring them a record.
    private var pleas: Set<Int64> = []

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
            let person = lines[number]?.person ?? records.count
            records[person] = Record(person: newValue.person, session: newValue.session)
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
            records[line.person]?.session = nil
            line.left.formUnion(line.profiles)
            line.lead(to: addRecord())
        case .sharer:
            line.lead(to: addRecord())
        case .choice(let person):
            line.lead(to: Int(person))
        case .claim(let claim):
            bring(claim, to: &line)
        case nil: break
        }
        for wrong in turn.mistakes { records[Int(wrong.holder)]?.person = wrong.person }
        if turn.plea != nil { pleas.insert(Int64(line.person)) }
        if let offer = turn.offer {
            codes.append(Code(digits: offer.digits, person: line.person, expiresAt: offer.expiresAt))
        }
        records[away.map { Int($0) } ?? line.person] = Record(
            person: try Person(decoding: turn.person.encoded()),
            session: try turn.session.map { (session) throws(CodingFault) in try Session(decoding: session.encoded()) })
        if var state = turn.address {
            state.gate = try state.gate.map { (gate) throws(CodingFault) in try Gate(decoding: gate.encoded()) }
            line.state = state
        }
        lines[number] = line
    }

    /// The record that was begun on a line ends; the line leads to another, whose own lines are unverified from now on.
    private mutating func bring(_ claim: Claim, to line: inout Line) {
        let holder = Int(claim.holder)
        records[line.person]?.session = nil
        line.left.insert(line.person)
        line.lead(to: holder)
        for number in lines.keys where lines[number]?.person == holder {
            lines[number]?.state.standing = .unverified
        }
        if let code = claim.code { codes[Int(code)].isUsed = true }
    }

    /// Whether somebody waits for staff to bring her a record.
    func isWaiting(_ person: Int64) -> Bool { pleas.contains(person) }

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

    private mutating func addRecord() -> Int {
        records[records.count] = Record()
        return records.count - 1
    }
}
