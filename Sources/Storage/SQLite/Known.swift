import Conversation
import Expressions

/// An address as it lies in its row.
struct KnownAddress {
    let id: Int64
    let person: Int64
    /// The channel she used last.
    var channel: String
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
    /// Why the bytes cannot be read.
    var damage: CodingFault?
}

extension KnownAddress {
    /// Reads the first columns of `knownByAddress` and `knownByTimer`.
    init(_ columns: Columns) {
        self.init(id: columns.integer(0), person: columns.integer(1), channel: columns.text(2))
    }
}

extension KnownPerson {
    /// Reads the other columns of `knownByAddress` and `knownByTimer`.
    init(_ columns: Columns) throws(StoreFault) {
        do {
            record = try Person(decoding: columns.bytes(3))
        } catch {
            throw StoreFault(.damaged, "person \(columns.integer(1)) cannot be read: \(error)")
        }
        live = columns.isNull(4) ? nil : LiveSession(columns)
    }
}

extension LiveSession {
    fileprivate init(_ columns: Columns) {
        id = columns.integer(4)
        address = columns.integer(5)
        silenceAt = columns.optional(7, columns.integer).map(Timestamp.init(milliseconds:))
        do throws(CodingFault) {
            session = try Session(decoding: columns.bytes(6))
        } catch {
            session = nil
            damage = error
        }
    }
}
