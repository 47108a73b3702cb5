/// Where an expression finds the values of its names.
package protocol Scope: Sendable {
    /// The value of a root name, which comes in lower case; nil when there is no such name.
    /// A declared fact that is not known yet is ``Value/unknown``.
    func value(named name: String) -> Value?
}

/// A scope of values known beforehand.
package struct DictionaryScope: Scope {
    private let values: [String: Value]

    /// Names are compared without case.
    package init(_ values: [String: Value] = [:]) {
        self.values = Dictionary(values.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
    }

    /// The value given for the lower-case name.
    package func value(named name: String) -> Value? { values[name] }
}
