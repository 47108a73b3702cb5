package import Expressions

/// A question to another system, to be asked once the turn is kept.
package struct SystemRequest: Hashable, Sendable {
    /// Tells the questions of one session apart.
    package let number: Int
    /// The system's name in `Config/systems.yaml`.
    package let system: String
    /// What follows the system's address, percent-encoded where values stand.
    package let path: String
    /// A JSON object to send by POST; nil to send nothing, by GET.
    package let body: String?
    /// Seconds the system has.
    package let within: Int
    /// The address of the step that asks.
    package let step: String

    package init(number: Int, system: String, path: String, body: String?, within: Int, step: String) {
        self.number = number
        self.system = system
        self.path = path
        self.body = body
        self.within = within
        self.step = step
    }
}

/// What came of a question to another system.
package enum SystemAnswer: Hashable, Sendable {
    /// The JSON it answered with.
    case value(Value)
    /// There is no answer that can be used; the reason is for staff.
    case failed(String)
}
