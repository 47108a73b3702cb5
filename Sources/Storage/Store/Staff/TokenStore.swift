package import Expressions

/// What is kept of tokens. What changes something is noted in the audit log in the same transaction.
package protocol TokenStore: Sendable {
    /// Every token there ever was, the latest first.
    func tokens() async throws(StoreFault) -> [TokenRow]

    /// A token by its digest, whether it is still good or not; nil where there never was one.
    func token(_ digest: [UInt8]) async throws(StoreFault) -> TokenRow?

    /// Keeps a token.
    func keepToken(_ draft: TokenDraft, at: Timestamp) async throws(StoreFault) -> TokenID

    /// Makes a token good for nothing. Returns whether it was good until then; one that was not stays as it is.
    ///
    /// - Parameter admin: Who does it; nil for a command on the gateway's own machine.
    func revokeToken(_ id: TokenID, by admin: StaffID?, at: Timestamp) async throws(StoreFault) -> Bool

    /// Notes that something was asked with a token.
    func touchToken(_ id: TokenID, at: Timestamp) async throws(StoreFault)
}
