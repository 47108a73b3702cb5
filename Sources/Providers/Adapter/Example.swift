package import Telephony

/// A request, message or answer in the adapter's file with what must come of it.
package struct Example: Hashable, Sendable {
    /// What an example begins with.
    package enum Input: Hashable, Sendable {
        /// A request to a route, and what the conversation says to it.
        case request(HTTPRequest, route: String, Outcome)
        /// A message to be sent.
        case message(OutgoingMessage)
        /// A provider's answer to a message.
        case response(HTTPAnswer)
    }

    package let name: String
    /// The settings of the example's channel.
    package let settings: [Datum.Member]
    package let address: String?
    package let country: Country?
    package let publicBaseURL: String?
    package let replyWay: Adapter.ReplyWay?
    package let input: Input
    /// What must come of it: only the keys that are written are compared.
    package let expected: Datum
    /// The line of the file where it begins.
    package let line: Int

    package init(
        name: String, settings: [Datum.Member], address: String?, country: Country?, publicBaseURL: String?,
        replyWay: Adapter.ReplyWay?, input: Input, expected: Datum, line: Int
    ) {
        self.name = name
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
