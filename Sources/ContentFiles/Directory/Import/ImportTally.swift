/// How many rows of a table become what.
package struct ImportTally: Hashable, Sendable {
    package private(set) var new = 0
    package private(set) var changed = 0
    package private(set) var unchanged = 0
    package private(set) var refused = 0

    package init(_ rows: [ImportPlan.Row]) {
        for row in rows {
            switch row.change {
            case .new: new += 1
            case .changed: changed += 1
            case .unchanged: unchanged += 1
            case .refused: refused += 1
            }
        }
    }
}
