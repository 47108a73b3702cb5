/// What becomes of a table's rows and of the file they go into.
package struct ImportPlan {
    /// What becomes of a row.
    package enum Change: Hashable {
        case new
        /// These columns differ from what the file has.
        case changed([String])
        case unchanged
        /// It is left out, and the file keeps the line that it may have of this name.
        case refused([Diagnostic])
    }

    /// One row of the table.
    package struct Row: Hashable {
        /// Its line in the table.
        package let line: Int
        /// Its id or code; empty where it has none.
        package let key: String
        /// What becomes of it.
        package let change: Change
    }

    /// The rows in their order.
    package let rows: [Row]
    /// The names of lines that the file has and the table does not.
    package let gone: [String]
    /// Whether those are dropped from the file.
    package let dropsGone: Bool
    /// Columns of the table that are left out, with how to take them.
    package let leftOut: [(name: String, advice: String)]
    /// What would keep the file from loading: lines of it whose place around them is dropped.
    package let faults: [Diagnostic]
    /// The file's bytes as they will be.
    package let content: [UInt8]

    /// The number of rows that are refused.
    package var refused: Int { ImportTally(rows).refused }
    /// How many the directory loses because the table does not have them.
    package var dropped: Int { dropsGone ? gone.count : 0 }

    /// Whether the file changes at all.
    package var changesFile: Bool {
        (dropsGone && !gone.isEmpty)
            || rows.contains { row in
                switch row.change {
                case .new, .changed: true
                case .unchanged, .refused: false
                }
            }
    }
}
