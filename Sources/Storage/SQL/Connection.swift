import Sealing

/// A connection to a database, used by one thread at a time.
protocol Connection {
    /// A statement, prepared when it is asked for first and kept by the connection.
    ///
    /// - Parameter sql: Static text with `?` or `?1` where arguments go.
    func statement(_ sql: String) throws(StoreFault) -> any Statement

    /// Asks for the rows of a statement without arguments that is read soon, so that they come with the next journey; nothing
    /// where there are no journeys.
    func ask(_ sql: String) throws(StoreFault)

    /// What is known of keys and of numbers, asked for at once where each question costs a journey; nothing elsewhere.
    func foresee(
        keys: [[UInt8]], fingerprints: [[UInt8]], _ ring: KeyRing
    ) throws(StoreFault) -> Foresight

    /// How many rows the last statement that writes has written.
    var changes: Int { get throws(StoreFault) }

    /// Whether transactions may write beside those of others.
    var hasCompany: Bool { get }

    /// Waits before a transaction if others write beside, so that more is kept with it: what each costs is shared by the group.
    /// Nothing where nobody does.
    func gather(_ pause: Duration)

    /// Begins a transaction that writes, and waits for those that it may not be written beside.
    func begin(_ company: Company) throws(StoreFault)

    /// Waits until nobody else writes about whom a transaction is about that was begun beside others; what it asks later is
    /// the state after that. A statement that may touch more is refused then.
    ///
    /// - Parameters:
    ///   - people: Those among them whose numbers are known; they are looked for by their fingerprints otherwise.
    ///   - reach: Nil for a transaction that is alone.
    func hold(_ people: [Int64], _ reach: Reach?) throws(StoreFault) -> Elsewhere

    /// Fails where a transaction that was begun beside others may not write about somebody.
    ///
    /// - Parameters:
    ///   - person: Nil for somebody new.
    ///   - fingerprint: Of the number that she writes from; nil where that is not known.
    func require(_ person: Int64?, _ fingerprint: [UInt8]?) throws(StoreFault)

    /// Fails in a transaction that was begun beside others.
    func requireAlone() throws(StoreFault)

    /// Keeps what the transaction wrote.
    func commit() throws(StoreFault)

    /// Lets go of whatever a transaction wrote; nothing where there is none.
    func rollBack()
}

/// A statement of a connection: given its arguments, it gives rows, one at a time.
protocol Statement {
    /// Gives the argument at a place, counted from 1.
    func bind(_ value: Int64, at place: Int32) throws(StoreFault)
    func bind(_ text: String, at place: Int32) throws(StoreFault)
    func bind(_ bytes: [UInt8], at place: Int32) throws(StoreFault)
    /// Gives no value where one of a kind may be.
    func bindNothing(_ kind: ArgumentKind, at place: Int32) throws(StoreFault)

    /// Goes to the next row. Returns whether there is one.
    func step() throws(StoreFault) -> Bool

    /// Runs to the end, for what gives no rows.
    func run() throws(StoreFault)

    /// Runs to the end, for what adds one row or none. Returns the row's `id`, nil for none.
    func insert() throws(StoreFault) -> Int64?

    /// Lets go of arguments and rows.
    func reset()

    /// What is in a column of the row it stands at, counted from 0.
    func isNull(_ column: Int32) -> Bool
    func integer(_ column: Int32) -> Int64
    func text(_ column: Int32) -> String
    func bytes(_ column: Int32) -> [UInt8]
}

/// What kinds of values there are.
enum ArgumentKind {
    case integer, text, bytes
}
