import Conversation
import Expressions
import Sealing

extension Writer {
    /// The address an arrival is about; nil when it is new, or when the timer is no longer due.
    mutating func address(of arrival: Arrival) throws(StoreFault) -> KnownAddress? {
        let reading = reading
        switch arrival.subject {
        case .address(let key, _):
            if let known = memory.find(key.fingerprint) { return known }
            guard !foresight.strangers.contains(key.fingerprint),
                let found = try turns.knownByAddress.first(key.fingerprint, read: reading)
            else { return nil }
            memory.put(found.address, for: key.fingerprint)
            memory.put(found.person, for: found.address.person)
            return found.address
        case .timer(let id):
            guard let found = try turns.knownByTimer.first(id.rawValue, arrival.at, read: reading) else { return nil }
            memory.put(found.person, for: found.address.person)
            return found.address
        case .reminder(let id):
            return try known(by: LaterSQL.knownByReminder) { (query) throws(StoreFault) in
                try query.first(id.rawValue, arrival.at, read: reading)
            }
        case .request(let id):
            return try known(by: LaterSQL.knownByRequest) { (query) throws(StoreFault) in
                try query.first(id.rawValue, read: reading)
            }
        case .session(let id):
            return try known(by: LaterSQL.knownBySession) { (query) throws(StoreFault) in
                try query.first(id.rawValue, read: reading)
            }
        case .recipient(let id):
            return try known(by: LaterSQL.knownByMessage) { (query) throws(StoreFault) in
                try query.first(id.rawValue, read: reading)
            }
        }
    }

    private mutating func known(
        by sql: String, _ find: (Query) throws(StoreFault) -> (address: KnownAddress, person: KnownPerson)?
    ) throws(StoreFault) -> KnownAddress? {
        guard let found = try find(query(sql)) else { return nil }
        memory.put(found.person, for: found.address.person)
        return found.address
    }

    /// The person at an address that was just found.
    mutating func person(of address: KnownAddress, _ arrival: Arrival) throws(StoreFault) -> KnownPerson? {
        if let known = memory.find(address.person) { return known }
        guard case .address(let key, _) = arrival.subject else { return nil }
        return try turns.knownByAddress.first(key.fingerprint, read: reading)?.person
    }

    /// The person and the address, made if they are new, changed if they changed.
    mutating func keepAddress(
        of arrival: Arrival, _ address: KnownAddress?, _ known: KnownPerson?, _ turn: Turn
    ) throws(StoreFault) -> KnownAddress {
        let person = turn.person
        guard let address else {
            let began = try addAddress(of: arrival, turn.move == nil ? person : Person(), turn.address?.heardAt)
            let added = try keepState(of: turn, began, arrival)
            guard case .claim(let claim) = turn.move else { return added }
            return try bring(claim, to: added, merged: person, begun: Person(), at: arrival.at).address
        }
        switch turn.move {
        case .newcomer: return try keepState(of: turn, hand(address, to: person, arrival), arrival)
        case .sharer: return try keepState(of: turn, join(address, person, arrival), arrival)
        case .choice(let chosen): return try keepState(of: turn, choose(chosen, at: address, person, arrival), arrival)
        case .claim(let claim):
            let begun = known?.record ?? Person()
            let brought = try bring(claim, to: address, merged: person, begun: begun, at: arrival.at).address
            return try keepState(of: turn, keepChannel(of: arrival, brought), arrival)
        case nil: break
        }
        if person != known?.record { try turns.changePerson.run(seal(person), address.person) }
        return try keepState(of: turn, keepChannel(of: arrival, address), arrival)
    }

    mutating func keepChannel(
        of arrival: Arrival, _ address: KnownAddress
    ) throws(StoreFault) -> KnownAddress {
        guard case .address(let key, let channel) = arrival.subject, channel != address.channel else { return address }
        var address = address
        try turns.moveAddress.run(channel, address.id)
        address.channel = channel
        memory.put(address, for: key.fingerprint)
        return address
    }

    private mutating func addAddress(
        of arrival: Arrival, _ person: Person, _ heardAt: Timestamp?
    ) throws(StoreFault) -> KnownAddress {
        guard case .address(let key, let channel) = arrival.subject else {
            throw StoreFault(.refused, "a timer, a reminder or an answer belongs to no person")
        }
        let state = AddressState(heardAt: heardAt)
        let id = try insert(turns.addPerson, turns.addNumberedPerson, \.people, seal(person), arrival.at)
        let number = try insert(
            turns.addAddress, turns.addNumberedAddress, \.addresses, id, key.fingerprint, seal(key.number, as: .number),
            channel, arrival.at, state.heardAt)
        let address = KnownAddress(id: number, person: id, channel: channel, state: state)
        foresight.strangers.remove(key.fingerprint)
        newcomers.insert(id)
        try query(IdentitySQL.addProfile).run(address.id, id)
        try query(PartingSQL.unsuppress).run(key.fingerprint)
        memory.put(address, for: key.fingerprint)
        return address
    }

    /// Reads the columns of the statements that find a person.
    private var reading: (Columns) throws(StoreFault) -> (address: KnownAddress, person: KnownPerson) {
        let keys = keys
        return { (columns) throws(StoreFault) in (KnownAddress(columns, keys), try KnownPerson(columns, keys)) }
    }
}
