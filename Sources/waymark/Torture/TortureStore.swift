import Foundation
import Storage

/// The store that the tortured gateways serve from: a SQLite file of one of them, or a schema of its own in a PostgreSQL
/// database, which all of them share.
struct TortureStore: Sendable {
    /// What gateways are told of it by their environment.
    let environment: [String: String]
    /// What reads it behind their backs.
    let witness: StoreWitness
    /// What it is called where somebody is to look at it.
    let name: String
    private let drop: @Sendable () throws -> Void

    /// Takes it away, where it does not go with the folder of the run.
    func remove() throws { try drop() }

    /// The database in a gateway's data folder.
    static func file(_ path: String) -> TortureStore {
        TortureStore(environment: [:], witness: StoreWitness(file: path), name: path) {}
    }

    #if Postgres
        /// A schema of a PostgreSQL database that is made by the gateways.
        static func server(_ address: String, schema: String, gateways: Int) -> TortureStore {
            var settings = PostgresSettings(address)
            settings.schema = schema
            let key = Data((0..<32).map { _ in UInt8.random(in: .min ... .max) })
            let environment = [
                "WAYMARK_STORE_POSTGRES": address, "WAYMARK_STORE_SCHEMA": schema,
                "WAYMARK_STORE_NODES": "\(gateways)", "WAYMARK_KEY": key.base64EncodedString(),
            ]
            return TortureStore(
                environment: environment, witness: StoreWitness(postgres: settings), name: "the schema \(schema)"
            ) { [settings] in try SQLStore.dropSchema(settings) }
        }
    #endif
}
