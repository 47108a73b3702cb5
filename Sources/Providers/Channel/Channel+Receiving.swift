package import Expressions

extension Channel {
    /// Reads a request to one of the routes.
    ///
    /// - Parameters:
    ///   - route: The route's name or alias, as it stands in the URL.
    ///   - at: Now.
    package func receive(_ request: HTTPRequest, route name: String, at now: Timestamp) -> Reception {
        var scope = Scope(channel: self)
        scope.request = request
        scope.action = name
        do throws(Refusal) {
            guard let route = adapter.route(named: name) else {
                throw Refusal(.unsupported, "the adapter '\(adapter.name)' has no such route", status: 404)
            }
            // A preview of the answer's headers runs nothing (RFC 9110, section 9.3.2).
            if request.method == "HEAD" { return .events([.ping], Exchange(.ignored, scope, request: request)) }
            guard route.takes(request.method) else {
                throw Refusal(.unsupported, "the route takes \(route.methods.joined(separator: " and "))", status: 405)
            }
            if let refusal = gate.refusal(of: request) { throw Refusal(.signature, refusal) }
            try route.parse(request, into: &scope)
            try route.authenticate(in: scope)
            return try route.read(in: scope, request, at: now)
        } catch {
            return .rejected(rejection(error, in: scope))
        }
    }

    /// The refusal with what the provider is told: for USSD a last screen, because some providers show their own
    /// failure for any other status than 200.
    private func rejection(_ refusal: Refusal, in scope: Scope) -> Rejection {
        Rejection(reason: refusal.reason, detail: refusal.detail, answer: answer(to: refusal, in: scope))
    }
}

/// Why a request is refused, before it has an answer.
struct Refusal: Error {
    let reason: Rejection.Reason
    let detail: String
    let status: Int

    init(_ reason: Rejection.Reason, _ detail: String, status: Int? = nil) {
        self.reason = reason
        self.detail = detail
        self.status = status ?? (reason == .signature ? 403 : 400)
    }

    init(_ fault: FieldFault) {
        self.init(.field, fault.detail)
    }
}
