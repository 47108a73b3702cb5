package import Expressions

/// What a provider gives for an account's name and password, to be shown with requests. It prints as nothing.
package struct AccessToken: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    package let value: String
    /// Seconds that it is good for.
    package let lifetime: Int

    package var description: String { "token" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension Channel {
    /// The request that fetches a token; nil when messages need none. Who sends keeps the token for its lifetime and
    /// fetches another when `dropsToken` says so.
    package func tokenRequest(at now: Timestamp, nonce: String) -> ProviderRequest? {
        guard let rule = adapter.send?.token else { return nil }
        var scope = Scope(channel: self)
        scope.now = now
        scope.nonce = nonce
        return try? rule.request.request(in: scope)
    }

    /// The token that an answer to `tokenRequest` holds, or what the answer means for the message that waits for it.
    package func token(
        from status: Int, headers: [HeaderField], body: [UInt8], at now: Timestamp
    ) -> TokenOutcome {
        guard let rule = adapter.send?.token else { return .failure(.unknown) }
        let (outcome, scope) = outcome(of: status, headers: headers, body: body, rule.response, at: now)
        // A refused name and password: nothing of this channel will go.
        if status == 401 { return .failure(.account(code: "401")) }
        guard case .accepted = outcome else {
            return .failure(outcome == .unknown ? .retry(code: nil, after: nil) : outcome)
        }
        guard let value = (try? rule.value.text(in: scope)) ?? nil, !value.isEmpty else {
            return .failure(.account(code: "no token"))
        }
        let told = ((try? rule.lifetime.text(in: scope)) ?? nil).flatMap { Int($0) }
        return .token(AccessToken(value: value.headerValue, lifetime: min(max(told ?? 3_600, 1), 86_400 * 30)))
    }

    /// Whether the provider does not take the token any more, so that the next attempt needs another.
    package func dropsToken(after status: Int) -> Bool {
        adapter.send?.token != nil && status == 401
    }
}

/// What came of asking for a token.
package enum TokenOutcome: Hashable, Sendable {
    case token(AccessToken)
    case failure(SendOutcome)
}
