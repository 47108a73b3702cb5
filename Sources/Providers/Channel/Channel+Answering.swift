extension Channel {
    /// The answer to a request that was read.
    package func answer(_ exchange: Exchange, _ outcome: Outcome) -> HTTPAnswer {
        var scope = exchange.scope(of: self)
        let own = exchange.answers
        switch outcome {
        case .accepted: return answer(exchange.acknowledgement, in: scope, own)
        case .reply(let text, let ends):
            scope.reply = .text(text.withoutControls)
            scope.replyEnds = ends
            if kind == .sms { return answer(repliesInAnswer ? .reply : .message, in: scope, own) }
            return exchange.kind == .hop && repliesInAnswer
                ? answer(ends ? .end : .continue, in: scope, own) : answer(exchange.acknowledgement, in: scope, own)
        case .closed(let text):
            scope.reply = .text(text.withoutControls)
            scope.replyEnds = true
            return answer(exchange.kind == .hop ? .closed : exchange.acknowledgement, in: scope, own)
        case .error(let text):
            scope.reply = .text(text.withoutControls)
            scope.replyEnds = true
            return answer(.error, in: scope, own)
        }
    }

    /// The answer to a request that was refused.
    func answer(
        to refusal: Refusal, in scope: Scope, _ own: [AnswerRule.Kind: AnswerRule]
    ) -> HTTPAnswer {
        guard kind == .sms else {
            var scope = scope
            scope.reply = .text(apology)
            scope.replyEnds = true
            return answer(.error, in: scope, own)
        }
        let isUnproved = refusal.reason == .signature
        let kind: AnswerRule.Kind = isUnproved ? .unauthorized : .error
        if let rule = own[kind] ?? adapter.answers[kind], (try? rule.when?.holds(in: scope)) != false {
            return rule.answer(in: scope, status: isUnproved ? nil : refusal.status)
        }
        return HTTPAnswer(status: refusal.status, headers: [.plainText], body: Array((refusal.detail + "\n").utf8))
    }

    private func answer(
        _ kind: AnswerRule.Kind, in scope: Scope, _ own: [AnswerRule.Kind: AnswerRule]
    ) -> HTTPAnswer {
        if let rule = own[kind] ?? adapter.answers[kind], (try? rule.when?.holds(in: scope)) != false {
            return rule.answer(in: scope)
        }
        switch kind {
        case .reply: return answer(.message, in: scope, own)
        // Both must be a screen: what a USSD adapter has at least is `end`.
        case .error where self.kind == .ussd, .closed: return answer(.end, in: scope, own)
        // A failure of ours: the provider should try again.
        case .error: return HTTPAnswer(status: 503, headers: [.plainText])
        case .message, .status, .stop, .ignored, .unauthorized, .continue, .end, .ended:
            return HTTPAnswer(status: 200, headers: [.plainText])
        }
    }
}

extension HeaderField {
    fileprivate static let plainText = HeaderField("Content-Type", "text/plain; charset=utf-8")
}

extension Exchange {
    /// The answer that says no more than that the request was taken.
    fileprivate var acknowledgement: AnswerRule.Kind {
        switch kind {
        case .message: .message
        case .hop: .closed
        case .ended: .ended
        case .status: .status
        case .stop: .stop
        case .ignored: .ignored
        }
    }
}
