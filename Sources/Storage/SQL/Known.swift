import Conversation
import Expressions
import Sealing

/// An address as it lies in its row.
struct KnownAddress {
    let id: Int64
    let person: Int64
    /// The channel she used last.
    var channel: String
    /// Whether it is still hers, and what is asked there until that is clear.
    var state = AddressState()
    /// Whether it leads to another of the people who share it; `person` is then the one it is about now.
    var isAway = false
}

/// A person as she lies in her row, and the session that is not over.
struct KnownPerson {
    let record: Person
    let live: LiveSession?
}

/// A session that is not over.
struct LiveSession {
    let id: Int64
    /// The address she wrote from last.
    let address: Int64
    /// The session; nil when its bytes cannot be read. Then it is ended, and she begins anew.
    let session: Session?
    let silenceAt: Timestamp?
    /// What its moves are counted by; nil where it began before anything was counted.
    let counting: Counting?
    /// The address of the step that its row says.
    let step: String
    /// Why the bytes cannot be read.
    var damage: String?
}

extension KnownAddress {
    /// Reads the first columns and some of the last ones of `knownByAddress` and `knownByTimer`. A gate that cannot be read asks anew.
    init(_ columns: Columns, _ keys: KeyRing) {
        let state = AddressState(
            standing: Standing(rawValue: Int(columns.integer(8))) ?? .unverified,
            heardAt: columns.optional(9, columns.integer).map(Timestamp.init(milliseconds:)),
            gate: columns.optional(10, columns.bytes).flatMap { try? Gate(decoding: keys.open($0, as: .gate)) },
            attempts: columns.optional(11, columns.bytes).flatMap { try? Attempts(decoding: $0) } ?? Attempts(),
            isShared: columns.integer(12) == 1, isStopped: columns.integer(13) == 1,
            blockedUntil: columns.optional(15, columns.integer).map(Timestamp.init(milliseconds:)),
            objectionUntil: columns.optional(16, columns.integer).map(Timestamp.init(milliseconds:)))
        self.init(
            id: columns.integer(0), person: columns.integer(1), channel: columns.text(2), state: state,
            isAway: columns.integer(14) == 0)
    }
}

extension KnownPerson {
    /// Reads the other columns of `knownByAddress` and `knownByTimer`.
    init(_ columns: Columns, _ keys: KeyRing) throws(StoreFault) {
        record = try Person(columns.bytes(3), of: columns.integer(1), keys)
        live = columns.isNull(4) ? nil : LiveSession(columns, keys)
    }
}

extension LiveSession {
    fileprivate init(_ columns: Columns, _ keys: KeyRing) {
        id = columns.integer(4)
        address = columns.integer(5)
        silenceAt = columns.optional(7, columns.integer).map(Timestamp.init(milliseconds:))
        counting = columns.optional(17, columns.integer).map { day in
            Counting(
                day: day, revision: columns.optional(18, columns.text) ?? "",
                language: columns.optional(19, columns.text) ?? "")
        }
        step = columns.text(20)
        do {
            session = try Session(decoding: keys.open(columns.bytes(6), as: .session))
        } catch {
            session = nil
            damage = "\(error)"
        }
    }
}

extension Person {
    /// Reads what is remembered of a person from her row.
    init(_ sealed: [UInt8], of id: Int64, _ keys: KeyRing) throws(StoreFault) {
        do {
            self = try Person(decoding: keys.open(sealed, as: .person))
        } catch {
            throw StoreFault(.damaged, "person \(id) cannot be read: \(error)")
        }
    }
}
