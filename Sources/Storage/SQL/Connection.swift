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

    /// Begins a transaction that writes, alone among all that do. Returns a number that stays the same as long as nobody
    /// else writes: what was remembered of the database with that number is still true.
    func begin() throws(StoreFault) -> Int64

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
