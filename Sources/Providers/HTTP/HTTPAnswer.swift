/// What a provider is told in answer to its request.
package struct HTTPAnswer: Hashable, Sendable {
    /// The status code.
    package let status: Int
    package let headers: [HeaderField]
    package let body: [UInt8]

    package init(status: Int, headers: [HeaderField] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
