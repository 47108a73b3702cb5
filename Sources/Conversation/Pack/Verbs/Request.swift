package import Expressions

/// Asks another system over HTTP, outside the turn, with a deadline and a way on when it does not answer.
package struct Request: Sendable {
    /// The seconds a system may have: longer than that a USSD provider does not wait.
    package static let deadlines = 1...5
    /// The seconds a system has when the step does not say.
    package static let deadline = 2

    /// The system's name in `Config/systems.yaml`, which knows its address and secrets.
    package let system: String
    /// What follows the system's address; the values in it are percent-encoded.
    package let path: Template
    /// The fields of the JSON object sent by POST; empty: nothing is sent, by GET.
    package let body: [(name: String, value: Expression)]
    /// Where the system's answer is kept.
    package let save: Target
    /// Seconds the system has.
    package let within: Int
    /// Where it goes on when there is no answer that can be used.
    package let failed: Go
    /// Where it goes on with the answer.
    package let go: Go

    package init(
        system: String, path: Template, body: [(name: String, value: Expression)], save: Target, within: Int,
        failed: Go, go: Go
    ) {
        self.system = system
        self.path = path
        self.body = body
        self.save = save
        self.within = within
        self.failed = failed
        self.go = go
    }
}
