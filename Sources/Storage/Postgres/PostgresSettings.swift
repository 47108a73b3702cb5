#if Postgres
    /// How the store in a PostgreSQL database works.
    package struct PostgresSettings: Hashable, Sendable {
        /// Where the database is and who asks, as libpq reads it: a URI or keywords, TLS settings among them. Passwords
        /// belong in the password file or the service file. <https://www.postgresql.org/docs/current/libpq-connect.html>
        package var address: String
        /// The schema that the tables are in; it is made when it is missing.
        package var schema = "waymark"
        /// How changes share commits.
        package var groups = GroupLimits()
        /// How tables that grow for ever are parted.
        package var partitions = PartitionSettings()
        /// Connections for reading, beside the one that writes.
        package var readers = 4
        /// Seconds to wait for whoever holds what is to be written.
        package var lockWait = 5
        /// Seconds to wait for a connection.
        package var connectWait = 5
        /// Seconds after which a network that carries nothing any more counts as cut, and beside `lockWait` those that the
        /// server may be silent where something is to be written.
        package var silence = 8
        /// Seconds that the server may be silent where something is read.
        package var readWait = 30

        package init(_ address: String) {
            self.address = address
        }
    }
#endif
