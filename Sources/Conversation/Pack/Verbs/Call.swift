/// Runs another flow and comes back with its answers under the step's name.
package struct Call: Sendable {
    /// The first step of the flow.
    package let flow: Int
    /// Answers the flow begins with.
    package let with: [Change]
    /// Where it goes on, once the flow has come back.
    package let go: Go

    package init(flow: Int, with: [Change], go: Go) {
        self.flow = flow
        self.with = with
        self.go = go
    }
}
