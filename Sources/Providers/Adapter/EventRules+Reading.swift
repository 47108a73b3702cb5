import Expressions
import Telephony

extension EventRule {
    /// The event that a payload is.
    func event(in scope: Scope, at now: Timestamp) throws(FieldFault) -> Event {
        switch self {
        case .message(let rule): try rule.event(in: scope, at: now)
        case .status(let rule): try rule.event(in: scope, at: now)
        case .stop(let rule): try rule.event(in: scope, at: now)
        case .ussd(let rule): try rule.event(in: scope, at: now)
        case .ussdEnd(let rule): try rule.event(in: scope, at: now)
        case .ignore: .ping
        }
    }

    var exchangeKind: Exchange.Kind {
        switch self {
        case .message: .message
        case .status: .status
        case .stop: .stop
        case .ussd: .hop
        case .ussdEnd: .ended
        case .ignore: .ignored
        }
    }
}

extension MessageRule {
    fileprivate func event(in scope: Scope, at now: Timestamp) throws(FieldFault) -> Event {
        try scope.require(require)
        let text = try text.text(in: scope)?.withoutControls ?? ""
        if skipsEmpty, text.isEmpty { return .ping }
        return .message(
            Message(
                id: try scope.identifier(id), from: try scope.sender(from), to: try scope.address(to), text: text,
                time: try scope.moment(time), network: try scope.identifier(network), receivedAt: now))
    }
}

extension StatusRule {
    fileprivate func event(in scope: Scope, at now: Timestamp) throws(FieldFault) -> Event {
        try scope.require(require)
        guard let status = try status(in: scope) else { return .ping }
        return .report(
            Report(
                ourID: try scope.identifier(ourID), id: try scope.identifier(id), status: status,
                code: try scope.identifier(code), person: try scope.address(person), time: try scope.moment(time),
                receivedAt: now))
    }

    private func status(in scope: Scope) throws(FieldFault) -> Report.Status? {
        for override in overrides where try override.when.holds(in: scope) { return override.status }
        return map[try value.text(in: scope) ?? ""] ?? otherwise
    }
}

extension StopRule {
    fileprivate func event(in scope: Scope, at now: Timestamp) throws(FieldFault) -> Event {
        .optOut(OptOut(from: try scope.sender(from), to: try scope.address(to), receivedAt: now))
    }
}

extension USSDEndRule {
    fileprivate func event(in scope: Scope, at now: Timestamp) throws(FieldFault) -> Event {
        .hangUp(
            HangUp(
                session: try scope.session(session), from: try scope.address(from),
                reason: map[try reason.text(in: scope) ?? ""] ?? .abandoned, detail: try scope.identifier(detail),
                receivedAt: now))
    }
}

extension USSDRule {
    fileprivate func event(in scope: Scope, at now: Timestamp) throws(FieldFault) -> Event {
        let session = try scope.session(session)
        let from = try scope.sender(from)
        let word = try phase.text(in: scope) ?? ""
        let phase = phases[word]
        if phase == .end {
            return .hangUp(HangUp(session: session, from: from, reason: .abandoned, detail: word, receivedAt: now))
        }
        let typed = try input.text(in: scope)?.withoutControls
        let isFirst = phase == .begin
        let dialled = try scope.identifier(code) ?? (isFirst && firstInput == .code ? typed : nil)
        return .hop(
            Hop(
                session: session, from: from, code: dialled,
                input: input(typed: isFirst && firstInput != .input ? nil : typed),
                phase: phase.map { $0 == .begin ? .begin : .continue } ?? .unknown,
                sequence: try scope.identifier(sequence), network: try scope.identifier(network), receivedAt: now))
    }

    private func input(typed: String?) -> Hop.Input {
        switch mode {
        case .latest: .latest(typed)
        case .accumulated(let separator): .accumulated(typed ?? "", separator: separator)
        }
    }
}
