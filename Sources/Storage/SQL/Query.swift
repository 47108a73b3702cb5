/// A prepared statement, read column by column: on the path of every turn a dictionary of each row would cost more than
/// the query. It belongs to the connection that prepared it, and never leaves its thread.
struct Query {
    private let statement: any Statement

    /// - Parameter sql: Static text: the connection keeps every statement it ever prepared.
    init(_ database: any Connection, _ sql: String) throws(StoreFault) {
        statement = try database.statement(sql)
    }

    /// Runs a statement that gives no rows.
    func run<each Argument: Bindable>(_ arguments: repeat each Argument) throws(StoreFault) {
        defer { statement.reset() }
        try bind(repeat each arguments)
        try statement.run()
    }

    /// Adds a row. Returns its `id`.
    func inserted<each Argument: Bindable>(_ arguments: repeat each Argument) throws(StoreFault) -> Int64 {
        guard let id = try insertedIfNew(repeat each arguments) else {
            throw StoreFault(.refused, "the database gave no number to a new row")
        }
        return id
    }

    /// Adds a row unless its like is there already. Returns its `id`, nil where nothing was added.
    func insertedIfNew<each Argument: Bindable>(_ arguments: repeat each Argument) throws(StoreFault) -> Int64? {
        defer { statement.reset() }
        try bind(repeat each arguments)
        return try statement.insert()
    }

    /// The first row, nil when there is none.
    func first<each Argument: Bindable, Value>(
        _ arguments: repeat each Argument, read: (Columns) throws(StoreFault) -> Value
    ) throws(StoreFault) -> Value? {
        defer { statement.reset() }
        try bind(repeat each arguments)
        return try statement.step() ? read(Columns(statement)) : nil
    }

    /// Every row.
    func all<each Argument: Bindable, Value>(
        _ arguments: repeat each Argument, read: (Columns) throws(StoreFault) -> Value
    ) throws(StoreFault) -> [Value] {
        defer { statement.reset() }
        try bind(repeat each arguments)
        var values: [Value] = []
        while try statement.step() { values.append(try read(Columns(statement))) }
        return values
    }

    private func bind<each Argument: Bindable>(_ arguments: repeat each Argument) throws(StoreFault) {
        var place: Int32 = 0
        for argument in repeat each arguments {
            place += 1
            try argument.bind(to: statement, at: place)
        }
    }
}

/// The columns of the row a query stands at, counted from 0.
struct Columns {
    private let statement: any Statement

    init(_ statement: any Statement) {
        self.statement = statement
    }

    func isNull(_ index: Int32) -> Bool { statement.isNull(index) }

    func integer(_ index: Int32) -> Int64 { statement.integer(index) }

    func text(_ index: Int32) -> String { statement.text(index) }

    func bytes(_ index: Int32) -> [UInt8] { statement.bytes(index) }

    func optional<Value>(_ index: Int32, _ read: (Int32) -> Value) -> Value? {
        isNull(index) ? nil : read(index)
    }
}
