import Expressions
import Telephony

extension EventRule {
    /// The event that a payload is.
    ///
    /// - Parameter unread: Gets what is wrong with a time that cannot be read.
    func event(
        in scope: Scope, at now: Timestamp, noting unread: inout [String]
    ) throws(FieldFault) -> Event {
        switch self {
        case .message(let rule): try rule.event(in: scope, at: now, noting: &unread)
        case .status(let rule): try rule.event(in: scope, at: now, noting: &unread)
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
    fileprivate func event(
        in scope: Scope, at now: Timestamp, noting unread: inout [String]
    ) throws(FieldFault) -> Event {
        try scope.require(require)
        let text = try whole(scope.typed(text) ?? "", in: scope)
        if skipsEmpty, text.isEmpty { return .ping }
        return .message(
            Message(
                id: try scope.identifier(id), from: try scope.sender(from), to: try scope.address(to), text: text,
                time: scope.moment(time, noting: &unread), network: try scope.identifier(network), receivedAt: now,
                name: try scope.identifier(name),
                part: try join?.part(in: scope)))
    }

    /// More links than any provider's message has.
    private static let maximumLinks = 10

    /// The text with the links of its attachments below it.
    private func whole(_ text: String, in scope: Scope) throws(FieldFault) -> String {
        if case .constant(.null) = attachments { return text }
        let links = try attachments.value(in: scope).elements.prefix(Self.maximumLinks).compactMap { link in
            link.text.flatMap { URLParts($0).isWeb && $0.utf8.count <= 2_000 ? $0 : nil }
        }
        return ([text] + links).filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

extension JoinRule {
    /// The part that a message is; nil when it is the whole.
    fileprivate func part(in scope: Scope) throws(FieldFault) -> Message.Part? {
        guard let key = try scope.identifier(key), let count = Int(try count.text(in: scope) ?? ""), count > 1 else {
            return nil
        }
        guard count <= Segments.maximum, let index = Int(try index.text(in: scope) ?? ""), (1...count).contains(index)
        else { throw FieldFault(detail: "\(self.index.name) is no part of a message") }
        return Message.Part(key: key, index: index, count: count, lifetime: lifetime)
    }
}

extension StatusRule {
    fileprivate func event(
        in scope: Scope, at now: Timestamp, noting unread: inout [String]
    ) throws(FieldFault) -> Event {
        try scope.require(require)
        guard let status = try status(in: scope) else { return .ping }
        if let drop, drop.statuses.contains(status), try drop.when.holds(in: scope) { return .ping }
        let (ourID, id) = (try scope.identifier(ourID), try scope.identifier(id))
        guard ourID != nil || id != nil else { return .ping }
        return .report(
            Report(
                ourID: ourID, id: id, status: status,
                code: try scope.identifier(code), person: try scope.address(person),
                time: scope.moment(time, noting: &unread), isGone: try gone?.holds(in: scope) ?? false,
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
        let typed = try scope.typed(input)
        let service = codeFormat.full(try scope.identifier(code))
        let begins: Hop.Phase = phase.map { $0 == .begin ? .begin : .continue } ?? .unknown
        let dialled = begins == .continue ? nil : firstInput.dialled(typed, service: service)
        let shortcut = dialled?.behind([scope.channel.address, service])
        return .hop(
            Hop(
                session: session, from: from, code: service ?? (begins == .begin ? dialled : nil),
                dialled: begins == .unknown && firstInput == .code ? shortcut ?? "" : nil,
                input: input(
                    typed: begins == .begin && firstInput != .input ? shortcut : typed,
                    code: service ?? scope.channel.address),
                phase: begins, sequence: try scope.identifier(sequence), network: try scope.identifier(network),
                receivedAt: now, lifetime: lifetime))
    }

    private func input(typed: String?, code: String?) -> Hop.Input {
        switch mode {
        case .accumulatedWithCode(let separator):
            .accumulated((typed ?? "").droppingCode(code ?? "", separator) ?? typed ?? "", separator: separator)
        case .latest: .latest(typed)
        case .accumulated(let separator): .accumulated(typed ?? "", separator: separator)
        }
    }
}

extension USSDRule.FirstInput {
    /// The code as it was dialled, with what stands behind it, where a first request tells that.
    fileprivate func dialled(_ typed: String?, service: String?) -> String? {
        switch self {
        case .input: nil
        case .code: typed
        case .none: service
        }
    }
}

extension USSDRule.CodeFormat {
    /// The code as a phone shows it.
    fileprivate func full(_ code: String?) -> String? {
        guard self == .bare, let code, !code.hasPrefix("*") else { return code }
        return "*" + code + (code.hasSuffix("#") ? "" : "#")
    }
}

extension String {
    /// What was dialled behind the first of the codes that it begins with; nil when there is no such thing.
    fileprivate func behind(_ codes: [String?]) -> String? {
        codes.lazy.compactMap { $0 }.compactMap { droppingCode($0, "*") }.first.flatMap { $0.isEmpty ? nil : $0 }
    }

    /// What was typed after a code, which may stand before it with or without its star and hash; nil when it does not.
    fileprivate func droppingCode(_ code: String, _ separator: String) -> String? {
        let bare = code.split(separator: "#").first?.drop { $0 == "*" } ?? ""
        let rest = drop { $0 == "*" }
        guard !bare.isEmpty, rest.hasPrefix(bare) else { return nil }
        var tail = rest.dropFirst(bare.count)
        if tail.hasPrefix("#") { tail = tail.dropFirst() }
        if tail.isEmpty { return "" }
        guard tail.hasPrefix(separator) else { return nil }
        tail = tail.dropFirst(separator.count)
        return String(tail.hasSuffix("#") ? tail.dropLast() : tail)
    }
}
