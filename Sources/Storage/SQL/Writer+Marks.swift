extension Writer {
    /// The value first kept under a name.
    func mark(_ name: String, _ value: [UInt8]) throws(StoreFault) -> [UInt8] {
        try query("INSERT INTO marks (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING").run(name, value)
        return try query("SELECT value FROM marks WHERE name = ?").first(name) { $0.bytes(0) } ?? value
    }
}
