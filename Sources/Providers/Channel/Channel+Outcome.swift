package import Expressions

extension Channel {
    /// What a provider's answer to a sent message means.
    ///
    /// Asked in this order: status 5xx, 429, the adapter's failures, any other status but 2xx, whether the body can be
    /// read, the adapter's sign of success. A failure of the connection is the client's to tell.
    ///
    /// - Parameters:
    ///   - request: The request that was answered, when the adapter has more than one step.
    ///   - now: For a `Retry-After` that names a moment.
    package func outcome(
        of status: Int, headers: [HeaderField], body: [UInt8], to request: ProviderRequest? = nil, at now: Timestamp
    ) -> SendOutcome {
        let steps = adapter.send?.steps ?? []
        let step = request?.step ?? 0
        let rule = steps.indices.contains(step) ? steps[step].response : .byStatus
        return outcome(of: status, headers: headers, body: body, rule, at: now).outcome
    }

    /// What an answer means by some rules, and the scope in which it was read.
    func outcome(
        of status: Int, headers: [HeaderField], body: [UInt8], _ rule: ResponseRule, at now: Timestamp
    ) -> (outcome: SendOutcome, scope: Scope) {
        var scope = Scope(channel: self)
        scope.answer = HTTPAnswer(status: status, headers: headers, body: body)
        let wait = headers.value(of: "Retry-After").flatMap { Self.seconds(retryAfter: $0.trimmed, at: now) }
        let payload = rule.format.read(body)
        scope.response = payload ?? .null
        return (outcome(of: status, rule, isReadable: payload != nil, after: wait, in: scope), scope)
    }

    /// The seconds of a `Retry-After`, which has either seconds or a moment (RFC 9110, section 10.2.3); a day at most.
    private static func seconds(retryAfter text: String, at now: Timestamp) -> Int? {
        let told =
            Int(text) ?? DateFormat.http.read(text).map { Int(($0.milliseconds - now.milliseconds + 999) / 1_000) }
        return told.map { min(max($0, 0), 86_400) }
    }

    private func outcome(
        of status: Int, _ rule: ResponseRule, isReadable: Bool, after wait: Int?, in scope: Scope
    ) -> SendOutcome {
        if status >= 500 { return .retry(code: String(status), after: wait) }
        if status == 429 { return .throttled(after: wait) }
        if dropsToken(after: status) { return .retry(code: "401", after: wait) }
        if let failure = rule.failure(in: scope) { return failure.outcome(in: scope, rule, after: wait) }
        switch status {
        case 200..<300: break
        case 408: return .retry(code: "408", after: wait)
        case 401, 402, 403: return .account(code: String(status))
        default: return .permanent(code: String(status))
        }
        guard isReadable else { return .unknown }
        if let success = rule.success, (try? success.holds(in: scope)) != true { return .permanent(code: nil) }
        return .accepted(id: (try? scope.identifier(rule.id)) ?? nil)
    }
}

extension ResponseRule {
    fileprivate func failure(in scope: Scope) -> Failure? {
        failures.first { (try? $0.when.holds(in: scope)) == true }
    }
}

extension ResponseRule.Failure {
    fileprivate func outcome(in scope: Scope, _ rule: ResponseRule, after wait: Int?) -> SendOutcome {
        let code = (try? scope.identifier(self.code)) ?? nil
        let told = ((try? self.wait.text(in: scope)) ?? nil).flatMap { Int($0) }.map { min(max($0, 0), 86_400) }
        let wait = told ?? wait
        return switch kind {
        case .failed: .permanent(code: code)
        case .retry: .retry(code: code, after: wait)
        case .throttled: .throttled(after: wait)
        case .stopped: .optedOut
        case .config: .account(code: code)
        case .accepted: .accepted(id: (try? scope.identifier(rule.id)) ?? nil)
        case .unknown: .unknown
        }
    }
}

extension ResponseRule.Format {
    /// The body's value; nil when the answer cannot be understood.
    fileprivate func read(_ body: [UInt8]) -> Datum? {
        switch self {
        case .json: JSON.read(body)
        case .jsonOptional: JSON.read(body) ?? .object([])
        case .jsonLenient: JSON.readLeniently(body)
        case .xml: XML.read(body)
        case .form: Form.fields(body).map(Datum.object)
        case .text: .object([Datum.Member("text", .text(String(decoding: body, as: UTF8.self)))])
        }
    }
}
