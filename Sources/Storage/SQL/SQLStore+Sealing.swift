extension SQLStore {
    package func sealedValues() async throws(StoreFault) -> Int {
        try await read { (database) throws(StoreFault) in
            var count = 0
            for column in SealedColumn.all {
                count += Int(try Query(database, column.count).first { $0.integer(0) } ?? 0)
            }
            return count
        }
    }
}
