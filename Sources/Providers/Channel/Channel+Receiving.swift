package import Expressions

extension Channel {
    /// Reads a request to one of the routes.
    ///
    /// - Parameters:
    ///   - route: The route's name or alias, as it stands in the URL; what follows it in the request's path counts too.
    ///   - at: Now.
    package func receive(_ request: HTTPRequest, route name: String, at now: Timestamp) -> Reception {
        var scope = Scope(channel: self)
        scope.request = request
        scope.action = name
        scope.now = now
        var answers: [AnswerRule.Kind: AnswerRule] = [:]
        do throws(Refusal) {
            guard let route = route(name, request, in: &scope) else {
                throw Refusal(.unsupported, "the adapter '\(adapter.name)' has no such route", status: 404)
            }
            answers = route.answers
            // A preview of the answer's headers runs nothing (RFC 9110, section 9.3.2).
            if request.method == "HEAD" {
                return .events([.ping], Exchange(.ignored, scope, request: request, answers: answers))
            }
            guard route.takes(request.method) else {
                throw Refusal(.unsupported, "the route takes \(route.methods.joined(separator: " and "))", status: 405)
            }
            if let refusal = gate.refusal(of: request) { throw Refusal(.signature, refusal) }
            try route.parse(provedIfEmpty: request, into: &scope)
            let nonce = try route.authenticate(in: &scope)
            return try route.read(in: scope, request, nonce: nonce, at: now)
        } catch {
            return .rejected(rejection(error, in: scope, answers))
        }
    }

    /// What a request is told whose body is longer than the server reads.
    package func refuseLongBody(of request: HTTPRequest, route name: String, at now: Timestamp) -> Rejection {
        var scope = Scope(channel: self)
        scope.request = request
        scope.action = name
        scope.now = now
        let answers = route(name, request, in: &scope)?.answers ?? [:]
        let refusal = Refusal(.parse, "the body is longer than 'server.body_limit'", status: 413)
        return rejection(refusal, in: scope, answers)
    }

    /// The name of the route that a request calls, as the adapter has it; nil where it has no such route.
    package func route(named name: String, of request: HTTPRequest) -> String? {
        var scope = Scope(channel: self)
        return route(name, request, in: &scope)?.name
    }

    /// The route that is called: by its path with variable parts, or by its name.
    private func route(_ name: String, _ request: HTTPRequest, in scope: inout Scope) -> Route? {
        if adapter.hasPaths {
            let pieces = request.path.split(separator: "/").map(String.init)
            // The path begins where the name stands; a channel or a public URL may have a part of the same name.
            let starts = pieces.indices.reversed().filter { pieces[$0] == name.prefix { $0 != "/" } }
            for route in adapter.routes {
                guard let parts = starts.lazy.compactMap({ route.path?.match(pieces[$0...]) }).first else { continue }
                scope.pathParts = parts
                scope.action = route.name
                return route
            }
        }
        return adapter.route(named: name)
    }

    /// The refusal with what the provider is told: for USSD a last screen, because some providers show their own
    /// failure for any other status than 200.
    private func rejection(
        _ refusal: Refusal, in scope: Scope, _ answers: [AnswerRule.Kind: AnswerRule]
    ) -> Rejection {
        Rejection(reason: refusal.reason, detail: refusal.detail, answer: answer(to: refusal, in: scope, answers))
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
