package import Conversation
import Expressions
import Sealing

extension SQLStore {
    /// How many of them are changed with one commit: turns wait for it.
    private static let agingAtOnce = 20

    /// Most have nothing that is kept too long: they are read beside whatever is being written.
    package func agePeople(
        _ stretch: AgingStretch, _ age: @escaping @Sendable (Person) -> Person
    ) async throws(StoreFault) -> Aging {
        let people = try await read { (database) throws(StoreFault) in
            try Query(database, Writer.AgingSQL.people).aging(stretch, keys)
        }
        let due = people.filter { $0.isDue(stretch, age) }.map(\.id)
        var (changed, erased) = (0, 0)
        for start in stride(from: 0, to: due.count, by: Self.agingAtOnce) {
            let some = due[start..<min(start + Self.agingAtOnce, due.count)]
            let counts = try await changes.commit { (writer) throws(StoreFault) in
                try writer.agePeople(some, stretch, age)
            }
            changed += counts.changed
            erased += counts.erased
        }
        let isEnd = people.count < stretch.limit
        return Aging(
            last: isEnd ? nil : people.last.map { PersonID(rawValue: $0.id) }, changed: changed, erased: erased)
    }
}

/// Somebody whose record may age.
struct AgingPerson {
    let id: Int64
    /// Nil where it cannot be read.
    let record: Person?
    let heardAt: Timestamp

    /// Reads the columns of `AgingSQL.people`.
    init(_ columns: Columns, _ keys: KeyRing) {
        id = columns.integer(0)
        record = try? Person(columns.bytes(1), of: id, keys)
        heardAt = Timestamp(milliseconds: columns.integer(2))
    }

    /// Whether anything of her may be kept too long.
    func isDue(_ stretch: AgingStretch, _ age: (Person) -> Person) -> Bool {
        heardAt < stretch.heardSince || record.map { age($0) != $0 } ?? false
    }
}

extension Query {
    /// The people of a stretch.
    func aging(_ stretch: AgingStretch, _ keys: KeyRing) throws(StoreFault) -> [AgingPerson] {
        try all(stretch.after?.rawValue ?? 0, stretch.limit) { AgingPerson($0, keys) }
    }
}
