import Expressions

/// People and numbers in memory, kept as a store keeps them: what a turn changes about whose a number is, it changes
/// here as there.
package struct Registry: Sendable {
    private struct Record: Sendable {
        var person = Person()
        var session: Session?
    }

    private struct Line: Sendable {
        var person: Int
        var state: AddressState
        /// Who had it before, who came last at the end.
        var earlier: [Int] = []
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

    package init() {}

    /// What is known before a turn of whoever a number belongs to; nil for a number nobody was heard on. What is put here
    /// is known from then on.
    package subscript(number: String) -> Snapshot? {
        get {
            guard let line = lines[number], let record = records[line.person] else { return nil }
            var snapshot = Snapshot(person: record.person, session: record.session, address: line.state)
            snapshot.holder = Int64(line.person)
            return snapshot
        }
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

    /// Keeps what a turn left, written to bytes and read back.
    mutating func keep(_ turn: Turn, of number: String) throws(CodingFault) {
        var line = lines[number] ?? Line(person: addRecord(), state: AddressState())
        switch turn.move {
        case .newcomer:
            records[line.person]?.session = nil
            line.earlier.append(line.person)
            line.person = addRecord()
        case .claim(let claim):
            bring(claim, to: &line)
        case nil: break
        }
        for wrong in turn.wrongPINs { records[Int(wrong.holder)]?.person = wrong.person }
        if let offer = turn.offer {
            codes.append(Code(digits: offer.digits, person: line.person, expiresAt: offer.expiresAt))
        }
        records[line.person] = Record(
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
        line.earlier.append(line.person)
        line.person = holder
        for number in lines.keys where lines[number]?.person == holder {
            lines[number]?.state.standing = .unverified
        }
        if let code = claim.code { codes[Int(code)].isUsed = true }
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
        return ([line.person] + line.earlier.reversed()).compactMap { id in
            records[id].map { Holder(id: Int64(id), person: $0.person) }
        }
    }

    private mutating func addRecord() -> Int {
        records[records.count] = Record()
        return records.count - 1
    }
}
