/// Why a text is no JSON, and where.
package struct JSONFault: Error, Hashable, Sendable {
    /// What is wrong, without the place.
    package let message: String
    /// UTF-8 bytes before the fault.
    package let offset: Int
}
