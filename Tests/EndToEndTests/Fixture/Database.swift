/// The database of a deployment, seen and changed behind the gateway's back.
protocol Database {
    /// Runs statements that both databases understand; returns the columns of the rows that the last one gives, as text.
    /// Throws when the database refuses one.
    func rows(_ sql: String) throws -> [[String?]]
    /// Keeps all gateways from writing until the transaction that it begins is over.
    func hold() throws
    /// Makes the database refuse every new or changed row of a table.
    func refuse(writingTo table: String) throws
    /// Makes it take them again.
    func take(writingTo table: String) throws
}

extension Database {
    /// Runs statements; throws when the database refuses one.
    func execute(_ sql: String) throws {
        _ = try rows(sql)
    }
}
