import Expressions

/// What is kept of a request until it is answered. It may hold secrets, so it prints as its route only.
package struct Exchange: Sendable, CustomStringConvertible, CustomReflectable {
    /// What the request told, which decides its answer.
    enum Kind: Hashable, Sendable {
        case message, hop, ended, status, stop, ignored
    }

    let kind: Kind
    let action: String
    let request: HTTPRequest
    let payload: Datum
    let variables: [Datum]
    let pathParts: [String]
    let now: Timestamp
    /// The route's own answers.
    let answers: [AnswerRule.Kind: AnswerRule]
    /// What has to be remembered, so that the request counts once; nil when the provider's requests carry nothing such.
    package let nonce: Nonce?
    /// What is wrong with each of several events that was left out; see `Rejection.detail`.
    package let leftOut: [String]
    /// What is wrong with each time that could not be read and for which the time of arrival counts, for the log; see
    /// `Rejection.detail`.
    package let unreadTimes: [String]

    init(
        _ kind: Kind, _ scope: Scope, request: HTTPRequest, answers: [AnswerRule.Kind: AnswerRule] = [:],
        nonce: Nonce? = nil, leftOut: [String] = [], unreadTimes: [String] = []
    ) {
        self.unreadTimes = unreadTimes
        self.leftOut = leftOut
        self.answers = answers
        self.nonce = nonce
        pathParts = scope.pathParts
        now = scope.now
        self.kind = kind
        self.request = request
        action = scope.action
        payload = scope.whole
        variables = scope.variables
    }

    /// What templates of an answer may read.
    func scope(of channel: Channel) -> Scope {
        var scope = Scope(channel: channel)
        scope.action = action
        scope.request = request
        scope.payload = payload
        scope.whole = payload
        scope.variables = variables
        scope.pathParts = pathParts
        scope.now = now
        return scope
    }

    package var description: String { "request to \(action)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// Something that the provider puts into one request only. Whoever sees it a second time within the span looks at a
/// recording: it is answered like the first, and its events are not acted on.
package struct Nonce: Hashable, Sendable {
    /// Unique within the channel.
    package let value: String
    /// How long it must be remembered.
    package let seconds: Int

    package init(value: String, seconds: Int) {
        self.value = value
        self.seconds = seconds
    }
}
