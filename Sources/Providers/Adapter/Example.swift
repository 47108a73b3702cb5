package import Expressions
package import Telephony

/// A request, message or answer in the adapter's file with what must come of it.
package struct Example: Hashable, Sendable {
    /// What an example begins with.
    package enum Input: Hashable, Sendable {
        /// A request to a route, and what the conversation says to it.
        case request(HTTPRequest, route: String, Outcome)
        /// A message to be sent.
        case message(OutgoingMessage)
        /// A provider's answer to a message, and the step of the request it answers, from 0.
        case response(HTTPAnswer, step: Int)
        /// A provider's answer to the request for a token.
        case token(HTTPAnswer)
    }

    package let name: String
    /// The settings of the example's channel.
    package let settings: [Datum.Member]
    package let address: String?
    package let country: Country?
    package let publicBaseURL: String?
    package let replyWay: Adapter.ReplyWay?
    /// When it happens, and what is random then.
    package let now: Timestamp
    package let nonce: String
    package let token: String?
    package let input: Input
    /// What must come of it: only the keys that are written are compared.
    package let expected: Datum
    /// The line of the file where it begins.
    package let line: Int

    package init(
        name: String, settings: [Datum.Member], address: String?, country: Country?, publicBaseURL: String?,
        replyWay: Adapter.ReplyWay?, now: Timestamp, nonce: String, token: String?, input: Input, expected: Datum,
        line: Int
    ) {
        self.name = name
        self.now = now
        self.nonce = nonce
        self.token = token
        self.settings = settings
        self.address = address
        self.country = country
        self.publicBaseURL = publicBaseURL
        self.replyWay = replyWay
        self.input = input
        self.expected = expected
        self.line = line
    }
}
