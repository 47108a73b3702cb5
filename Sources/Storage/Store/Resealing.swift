/// How far a walk over all sealed values has come.
package struct ResealPlace: Hashable, Sendable {
    /// The kinds of values that were walked already.
    let column: Int
    /// The last row of the next kind that was looked at.
    let row: Int64

    /// The beginning.
    package init() {
        self.init(column: 0, row: 0)
    }

    init(column: Int, row: Int64) {
        self.column = column
        self.row = row
    }
}

/// What a stretch of the walk came to.
package struct Resealing: Hashable, Sendable {
    /// Where to go on; nil at the end.
    package let next: ResealPlace?
    /// Values that were looked at.
    package let seen: Int
    /// Values that were sealed anew.
    package let changed: Int
    /// Values that no key opens; they stay as they are.
    package let lost: Int

    package init(next: ResealPlace?, seen: Int, changed: Int, lost: Int) {
        self.next = next
        self.seen = seen
        self.changed = changed
        self.lost = lost
    }
}
