/// A peer's whole answer.
package struct IncomingResponse: Sendable {
    /// The status code; 3xx too, because redirects are never followed.
    package let status: Int
    /// The headers in the order they came; trailers are left out.
    package let headers: [HeaderField]
    /// The body's bytes, with any content encoding (gzip and its kind) already undone.
    package let body: [UInt8]

    /// An answer; other targets make them in tests.
    package init(status: Int, headers: [HeaderField] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
