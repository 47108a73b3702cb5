import Storage
import StorageContract
import TestSupport
import Testing

struct SQLiteContractTests {
    @Test(arguments: ContractRule.all) func `SQLite keeps the contract`(rule: ContractRule) async throws {
        let folder = try TemporaryFolder()
        try await rule.check(ContractRule.Opening { try SQLStore(path: folder.file("waymark.db"), keys: $0) })
    }
}
