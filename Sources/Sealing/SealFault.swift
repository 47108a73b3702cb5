/// Why a value could not be sealed or opened. It never holds the value, nor a key.
package enum SealFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// The bytes are no sealed value, or were changed since.
    case damaged
    /// The value was sealed with a key that is not here.
    case otherKey(KeyID)
    /// The value cannot be sealed.
    case unsealable

    /// What is wrong, for the log.
    package var description: String {
        switch self {
        case .damaged: "a sealed value is damaged"
        case .otherKey(let id): "a value was sealed with the key \(id), which is not here"
        case .unsealable: "a value cannot be sealed"
        }
    }
}
