package import Expressions

/// Searches the directory: lists the best, and keeps the one that is chosen under the step's name.
package struct Find: Sendable {
    /// Offices that are listed at most: more is no choice any more (see `ManyOptions` among the checks).
    package static let most = 5
    /// Offices that are looked at to find those whose condition holds.
    package static let searched = 200
    /// What an office's fields are read by in a condition.
    package static let name = "service"

    /// The kind of service, for example `labour_arbitration`.
    package let kind: String
    /// What stands above the list; nil: the pack's own sentence.
    package let heading: LocalizedText?
    /// The code of the region to search around; nil for the whole directory.
    package let near: Expression?
    /// What must hold of a service, which is there as `service`.
    package let condition: Expression?
    /// Where it goes on when nothing is found, or nothing that is listed will do.
    package let none: Go
    /// Where it goes on with the one that was chosen.
    package let go: Go

    package init(
        kind: String, heading: LocalizedText?, near: Expression?, condition: Expression?, none: Go, go: Go
    ) {
        self.kind = kind
        self.heading = heading
        self.near = near
        self.condition = condition
        self.none = none
        self.go = go
    }
}
