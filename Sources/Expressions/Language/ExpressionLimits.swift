/// Limits that keep a pack's mistake from stopping the service. Nothing an operator writes by hand comes near them.
package enum ExpressionLimits {
    /// Characters of one expression's source.
    package static let sourceLength = 8_000
    /// Levels of one expression's tree: brackets, calls and operators in each other.
    package static let depth = 200
    /// Values, names, calls and steps of paths in one expression; it also bounds how deep its tree can be.
    package static let parts = 1_000
    /// Steps of one evaluation: each node counts 1, each UTF-8 byte of text and each list item made counts 1.
    package static let budget = 100_000
    /// Levels of lists and objects in JSON.
    package static let jsonDepth = 64
    /// Characters `repeat` may make, the field's own limit.
    package static let repeatedLength = 10_000
}
