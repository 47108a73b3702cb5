/// What becomes of a table's rows, and of the files of the rules that they go into.
package struct FigurePlan {
    /// A file that is changed.
    package struct File: Hashable, Sendable {
        /// Where it is below the pack's folder.
        package let path: String
        /// The rows that are added, as they are written, in their order.
        package let lines: [String]
        /// Its bytes as they are on disk.
        package let old: [UInt8]
        /// Its bytes as they will be.
        package let content: [UInt8]
    }

    /// The rows in their order.
    package let rows: [ImportPlan.Row]
    /// The files that change, in the order of their paths.
    package let files: [File]
}
