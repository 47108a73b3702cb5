import Expressions

extension Route {
    /// Reads the payload of a request; one without a body that proves nothing is refused for that. Some providers ask
    /// by such a request for the challenge of HTTP's Basic scheme before they send anything.
    func parse(provedIfEmpty request: HTTPRequest, into scope: inout Scope) throws(Refusal) {
        do throws(Refusal) {
            try parse(request, into: &scope)
        } catch {
            if request.body.isEmpty { _ = try authenticate(in: &scope) }
            throw error
        }
    }

    /// Reads the payload of a request, whose length the server has limited.
    private func parse(_ request: HTTPRequest, into scope: inout Scope) throws(Refusal) {
        guard let query = Form.fields(request.query.utf8) else { throw .tooManyFields }
        switch format(of: request, in: scope) {
        case .json:
            guard let value = JSON.read(request.body) else { throw Refusal(.parse, "the body is not JSON") }
            scope.payload = value
        case .xml:
            guard let value = XML.read(request.body) else { throw Refusal(.parse, "the body is not XML") }
            scope.payload = value
        case .form, .auto:
            guard request.isFormOrEmpty else { throw Refusal(.parse, "the body is not a form") }
            guard let body = Form.fields(request.body) else { throw .tooManyFields }
            scope.form = body
            scope.payload = .object(query.isEmpty ? body : query + body)
        }
        scope.whole = scope.payload
    }

    private func format(of request: HTTPRequest, in scope: Scope) -> PayloadFormat {
        let chosen = formats.first { format in format.when.map { (try? $0.holds(in: scope)) == true } ?? true }
        guard let format = chosen?.format, format == .auto else { return chosen?.format ?? .form }
        switch Escaping(mediaType: request.mediaType) {
        case .json: return .json
        case .xml: return .xml
        case .urlencoded, nil: return .form
        }
    }

    /// Whether the request proves who sent it.
    ///
    /// - Returns: What no later request may repeat, when the provider's requests carry such a thing.
    func authenticate(in scope: inout Scope) throws(Refusal) -> Nonce? {
        guard let authenticity else { return nil }
        let isProved = try? authenticity.isProved(in: &scope)
        guard isProved == true else {
            throw Refusal(.signature, "the request's signature or token is missing, wrong or too old")
        }
        let isAsked = (try? authenticity.when?.holds(in: scope)) ?? true
        guard let once = authenticity.once, isAsked else { return nil }
        guard let value = (try? scope.identifier(once.value)) ?? nil else {
            throw Refusal(.signature, "the request has nothing that tells it from its repetition")
        }
        return Nonce(value: value, seconds: once.within)
    }

    /// The events of a payload.
    func read(
        in outer: Scope, _ request: HTTPRequest, nonce: Nonce?, at now: Timestamp
    ) throws(Refusal) -> Reception {
        do throws(FieldFault) {
            for check in checks where try !check.that.holds(in: outer) {
                guard check.ignores else { throw FieldFault(detail: check.message) }
                return .events([.ping], Exchange(.ignored, outer, request: request, answers: answers, nonce: nonce))
            }
            let payloads = try each?.value(in: outer).elements ?? [outer.payload]
            guard payloads.count <= Self.maximumEvents else { throw .tooManyEvents(each, Self.maximumEvents) }
            var events: [Event] = []
            var faults: [FieldFault] = []
            var unread: [String] = []
            var last = (kind: Exchange.Kind.ignored, scope: outer)
            for payload in payloads {
                do throws(FieldFault) {
                    let (event, kind, scope) = try event(of: payload, in: outer, at: now, noting: &unread)
                    events.append(event)
                    if kind != .ignored { last = (kind, scope) }
                } catch {
                    faults.append(error)
                }
            }
            if events.isEmpty, let fault = faults.first { throw fault }
            let exchange = Exchange(
                last.kind, last.scope, request: request, answers: answers, nonce: nonce, leftOut: faults.map(\.detail),
                unreadTimes: unread)
            return .events(events.isEmpty ? [.ping] : events, exchange)
        } catch {
            throw Refusal(error)
        }
    }

    /// The event of one payload. One among several that makes no sense takes nothing away from the others: refused
    /// together, they would only come again together.
    private func event(
        of payload: Datum, in outer: Scope, at now: Timestamp, noting unread: inout [String]
    ) throws(FieldFault) -> (Event, Exchange.Kind, Scope) {
        let scope = try outer.entering(payload).defining(variables)
        guard let rule = try rule(in: scope) else {
            throw FieldFault(detail: "no case of the route fits the request")
        }
        return (try rule.event(in: scope, at: now, noting: &unread), rule.exchangeKind, scope)
    }

    /// More events in one request than any provider packs into it; a request with more is refused as a whole, because
    /// leaving some out would lose them.
    private static let maximumEvents = 1_000

    private func rule(in scope: Scope) throws(FieldFault) -> EventRule? {
        for eventCase in cases {
            guard let condition = eventCase.when else { return eventCase.rule }
            if try condition.holds(in: scope) { return eventCase.rule }
        }
        return nil
    }
}

extension FieldFault {
    fileprivate static func tooManyEvents(_ each: Template?, _ maximum: Int) -> FieldFault {
        FieldFault(detail: "\(each?.name ?? "the request") has more than \(maximum) elements")
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
