/// Why a request has no answer. An answer with any status, 500 too, is no fault.
///
/// The sentences name no URL, credential or body, so they may be logged as they are.
package enum HTTPFault: Error, Hashable {
    /// Nothing listens there, or the network has no way to it.
    case refused
    /// The host's name, or the proxy's, has no address.
    case notResolved
    /// The time was over; `beforeSending` when not one byte of the request had left.
    case timedOut(beforeSending: Bool)
    /// The connection ended before the answer did.
    case closedEarly
    /// The answer passed the client's `maximumResponse`.
    case tooLarge
    /// No trusted encrypted connection came about: a wrong certificate, no common version.
    case tls
    /// The answer is not HTTP, or its encoding is broken.
    case badAnswer
    /// The URL is not an absolute, percent-encoded `http:` or `https:` URL.
    case badURL
    /// The method is not a token.
    case badMethod
    /// The header's name is not a token, its value has control characters, or it frames the body.
    case badHeader(name: String)
    /// The calling task was cancelled; `beforeSending` when not one byte of the request had left.
    case cancelled(beforeSending: Bool)
    /// The client is closed; `beforeSending` when not one byte of the request had left.
    case closed(beforeSending: Bool)
    /// Anything else, with libcurl's own code (`CURLcode`).
    case other(code: Int)

    /// Whether the peer may have got the request: when false, sending it again can't do its work twice.
    package var mayHaveArrived: Bool {
        switch self {
        case .refused, .notResolved, .tls, .badURL, .badMethod, .badHeader: false
        case .timedOut(let beforeSending), .cancelled(let beforeSending), .closed(let beforeSending): !beforeSending
        case .closedEarly, .tooLarge, .badAnswer, .other: true
        }
    }
}

extension HTTPFault: CustomStringConvertible {
    /// What happened, as a sentence for logs and operators.
    package var description: String {
        switch self {
        case .refused: "The peer refused the connection; check its address and port."
        case .notResolved: "The host's name could not be resolved; check its spelling and the DNS."
        case .timedOut(beforeSending: true): "The time was over before the request was sent."
        case .timedOut(beforeSending: false): "The peer did not answer in time."
        case .closedEarly: "The connection ended before the whole answer came."
        case .tooLarge: "The answer is larger than the client accepts."
        case .tls: "No trusted TLS connection came about; check the peer's certificate."
        case .badAnswer: "The answer is not valid HTTP."
        case .badURL: "The URL is not an absolute, percent-encoded http or https URL."
        case .badMethod: "The method is not a token such as GET or POST."
        case .badHeader(let name): "The header \(name.debugDescription) cannot be sent; check its name and value."
        case .cancelled: "The request was cancelled."
        case .closed: "The client is closed."
        case .other(let code): "libcurl failed with code \(code)."
        }
    }
}
