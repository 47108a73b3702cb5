/// How tables that grow for ever are parted, where the database can do that: PostgreSQL.
package struct PartitionSettings: Hashable, Sendable {
    /// Days of rows that share a partition.
    package var days = 30
    /// Days for which rows that are kept long enough may wait until their whole partition goes; 0: they are deleted one by
    /// one where the rest of their partition stays.
    package var grace = 0

    package init() {}
}
