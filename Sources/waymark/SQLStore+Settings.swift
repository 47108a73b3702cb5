import Gateway
import Sealing
import Storage

extension SQLStore {
    /// Opens the PostgreSQL database that the settings name.
    init(onPostgres settings: Settings, keys: KeyRing) throws {
        #if Postgres
            try self.init(postgres: PostgresSettings(settings), keys: keys)
        #else
            throw WrongUse(
                """
                this program was built without PostgreSQL: build it with 'swift build -c release --traits Postgres', \
                or take 'store.postgres' out of the settings
                """)
        #endif
    }
}

#if Postgres
    extension PostgresSettings {
        /// What the settings of the gateway say of the database.
        init(_ settings: Settings) {
            self.init(settings.postgres)
            schema = settings.postgresSchema
            groups = settings.store.groups
            partitions = settings.partitions
            lockWait = settings.store.lockWait
        }
    }
#endif
