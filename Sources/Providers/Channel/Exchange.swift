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

    init(_ kind: Kind, _ scope: Scope, request: HTTPRequest) {
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
        return scope
    }

    package var description: String { "request to \(action)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
