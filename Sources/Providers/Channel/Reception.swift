/// What came of a request to one of a channel's routes.
package enum Reception: Sendable {
    /// What the provider told, and what `Channel.answer` needs to answer it.
    case events([Event], Exchange)
    case rejected(Rejection)
}

/// A request that was refused.
package struct Rejection: Hashable, Sendable {
    /// Why, in the words of the command line.
    package enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The request does not prove that it comes from the provider.
        case signature
        /// A field is missing or makes no sense.
        case field
        /// The body cannot be read.
        case parse
        /// The route, the method or the kind of event is not known.
        case unsupported
    }

    package let reason: Reason
    /// What is wrong, for the log: names of fields, never what stands in them.
    package let detail: String
    /// What the provider is told: for USSD a screen that ends the session.
    package let answer: HTTPAnswer
}

/// How the gateway answers an event.
package enum Outcome: Hashable, Sendable {
    /// Taken; nothing is said in the answer.
    case accepted
    /// The conversation's text; `ends` when a USSD session is over with it.
    case reply(String, ends: Bool)
    /// The session was over already; the text is what a person sees where the provider shows one.
    case closed(String)
    /// We failed; the text is the apology that a person sees where the provider shows one.
    case error(String)
}
