import Expressions

extension Route {
    /// Reads the payload of a request.
    func parse(_ request: HTTPRequest, into scope: inout Scope) throws(Refusal) {
        guard let query = Form.fields(request.query.utf8) else { throw .tooManyFields }
        if readsJSON(request) {
            guard let value = JSON.read(request.body) else { throw Refusal(.parse, "the body is not JSON") }
            scope.payload = value
        } else {
            guard request.isFormOrEmpty else { throw Refusal(.parse, "the body is not a form") }
            guard let body = Form.fields(request.body) else { throw .tooManyFields }
            scope.form = body
            scope.payload = .object(query.isEmpty ? body : query + body)
        }
        scope.whole = scope.payload
    }

    private func readsJSON(_ request: HTTPRequest) -> Bool {
        switch parse {
        case .form: false
        case .json: true
        case .auto: Escaping(mediaType: request.mediaType) == .json
        }
    }

    /// Whether the request proves who sent it.
    func authenticate(in scope: Scope) throws(Refusal) {
        guard let authenticity else { return }
        let isProved = try? authenticity.isProved(in: scope)
        guard isProved == true else {
            throw Refusal(.signature, "the request's signature or token is missing or wrong")
        }
    }

    /// The events of a payload.
    func read(in outer: Scope, _ request: HTTPRequest, at now: Timestamp) throws(Refusal) -> Reception {
        do throws(FieldFault) {
            for check in checks where try !check.that.holds(in: outer) {
                guard check.ignores else { throw FieldFault(detail: check.message) }
                return .events([.ping], Exchange(.ignored, outer, request: request))
            }
            let payloads = try each?.value(in: outer).elements ?? [outer.payload]
            var events: [Event] = []
            var last = (kind: Exchange.Kind.ignored, scope: outer)
            for payload in payloads.prefix(Self.maximumEvents) {
                let scope = try outer.entering(payload).defining(variables)
                guard let rule = try rule(in: scope) else {
                    throw FieldFault(detail: "no case of the route fits the request")
                }
                events.append(try rule.event(in: scope, at: now))
                if rule.exchangeKind != .ignored { last = (rule.exchangeKind, scope) }
            }
            return .events(events.isEmpty ? [.ping] : events, Exchange(last.kind, last.scope, request: request))
        } catch {
            throw Refusal(error)
        }
    }

    /// More events in one request than any provider packs into it; what is beyond is left out.
    private static let maximumEvents = 1_000

    private func rule(in scope: Scope) throws(FieldFault) -> EventRule? {
        for eventCase in cases {
            guard let condition = eventCase.when else { return eventCase.rule }
            if try condition.holds(in: scope) { return eventCase.rule }
        }
        return nil
    }
}

extension Refusal {
    fileprivate static let tooManyFields = Refusal(.parse, "the request has more than \(Form.maximumFields) fields")
}

extension HTTPRequest {
    fileprivate var isFormOrEmpty: Bool {
        if body.isEmpty { return true }
        let type = mediaType
        return type.isEmpty || type == "application/x-www-form-urlencoded" || type == "text/plain"
    }
}

extension Authenticity {
    func isProved(in scope: Scope) throws(FieldFault) -> Bool {
        if let when, try !when.holds(in: scope) { return true }
        switch proof {
        case .token(let value, let equals), .signature(let value, expect: let equals):
            let expected = try equals.text(in: scope) ?? ""
            let given = try value.text(in: scope) ?? ""
            return !expected.isEmpty && given.equalsInConstantTime(expected)
        case .twilio(let signature, let secret):
            guard let request = scope.request, let signature = try signature.text(in: scope),
                let secret = try secret.text(in: scope), !secret.isEmpty
            else { return false }
            return TwilioSignature.isValid(
                signature, url: scope.channel.publicURL(of: request), form: scope.form, body: request.body,
                secret: secret)
        }
    }
}
