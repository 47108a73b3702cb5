import Gateway
import Sealing
import Storage

extension SQLStore {
    /// Opens the PostgreSQL database that the settings name.
    init(onPostgres settings: Settings, keys: KeyRing) throws {
        #if Postgres
            var postgres = PostgresSettings(settings.postgres)
            postgres.schema = settings.postgresSchema
            postgres.groups = settings.store.groups
            postgres.lockWait = settings.store.lockWait
            try self.init(postgres: postgres, keys: keys)
        #else
            throw WrongUse(
                """
                this program was built without PostgreSQL: build it with 'swift build -c release --traits Postgres', \
                or take 'store.postgres' out of the settings
                """)
        #endif
    }
}
