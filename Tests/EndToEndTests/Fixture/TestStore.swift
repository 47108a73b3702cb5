import Foundation
import Testing

/// Which database the gateways of these tests serve from, as `WAYMARK_TEST_STORE` says.
enum TestStore: String {
    /// A file in each deployment's data folder.
    case sqlite
    /// A schema for each deployment, on the server that `WAYMARK_TEST_POSTGRES` names.
    case postgres

    /// nil where the variable says something else.
    static let chosen = TestStore(rawValue: ProcessInfo.processInfo.environment["WAYMARK_TEST_STORE"] ?? "sqlite")

    /// A place that nobody uses.
    static func place(in data: String) throws -> any DatabasePlace {
        switch chosen {
        case .sqlite: return FilePlace(path: data + "/waymark.sqlite")
        case .postgres:
            #if Postgres
                if let address = SchemaPlace.address { return SchemaPlace(address) }
            #endif
            throw NeverSeen(what: "PostgreSQL: build with the trait Postgres, name a server by WAYMARK_TEST_POSTGRES")
        case nil: throw NeverSeen(what: "a store of that name: WAYMARK_TEST_STORE is sqlite or postgres")
        }
    }
}

extension Trait where Self == ConditionTrait {
    /// For tests that look into the database's file, or break it.
    static var needsFile: Self { .enabled(if: TestStore.chosen != .postgres, "looks into the file of SQLite") }
}
