/// A request to a peer: what `HTTPClient.send` puts on the wire.
package struct OutgoingRequest: Sendable {
    /// The method, such as `POST`: a token of RFC 9110, section 9.1. Case matters.
    package let method: String
    /// The absolute URL, `http:` or `https:`, percent-encoded.
    package let url: String
    /// The headers, in the order they are sent. The client itself adds `Host`, `Content-Length`, `Accept`,
    /// `Accept-Encoding` and `User-Agent`; it never guesses a `Content-Type`.
    package let headers: [HeaderField]
    /// The body's bytes; a `HEAD` carries none.
    package let body: [UInt8]
    /// The time from sending to the whole answer; nil takes the client's `totalTimeout`.
    package let timeout: Duration?

    /// A request, by default a `GET` without headers or body.
    package init(
        method: String = "GET",
        url: String,
        headers: [HeaderField] = [],
        body: [UInt8] = [],
        timeout: Duration? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
    }

    /// Whether sending it twice does no more than sending it once (RFC 9110, section 9.2.2).
    var isIdempotent: Bool {
        ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"].contains(method)
    }
}

extension OutgoingRequest: CustomStringConvertible {
    /// The method and nothing else, because the URL, headers and body may hold secrets.
    package var description: String { "\(method) request" }
}
