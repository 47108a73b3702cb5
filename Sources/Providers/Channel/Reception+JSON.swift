extension Reception {
    /// What `provider receive` prints: the events or the reason of refusal, and the answer.
    package func json(answer: HTTPAnswer) -> Datum {
        let response = Datum.Member("response", answer.json)
        switch self {
        case .events(let events, let exchange):
            let notes = [("left_out", exchange.leftOut), ("unread_times", exchange.unreadTimes)]
                .filter { !$0.1.isEmpty }.map { Datum.Member($0.0, .list($0.1.map(Datum.text))) }
            return .object([Datum.Member("events", .list(events.map(\.json)))] + notes + [response])
        case .rejected(let rejection):
            let reason = Datum.object([
                Datum.Member("reason", .text(rejection.reason.rawValue)),
                Datum.Member("detail", .text(rejection.detail)),
            ])
            return .object([Datum.Member("rejected", reason), response])
        }
    }
}

extension HTTPAnswer {
    /// Status, headers and body.
    package var json: Datum {
        .object([
            Datum.Member("status", .number(String(status))),
            Datum.Member("headers", .object(headers.map { Datum.Member($0.name, .text($0.value)) })),
            Datum.Member("body", .text(String(decoding: body, as: UTF8.self))),
        ])
    }
}

extension ProviderRequest {
    /// Method, URL, headers and body, with the secrets in them.
    var json: Datum {
        .object([
            Datum.Member("method", .text(method)), Datum.Member("url", .text(url)),
            Datum.Member("headers", .object(headers.map { Datum.Member($0.name, .text($0.value)) })),
            Datum.Member("body", .text(String(decoding: body, as: UTF8.self))),
        ])
    }
}

extension SendOutcome {
    /// What `provider send --response` prints.
    package var json: Datum {
        switch self {
        case .accepted(let id): .outcome("accepted", id: id)
        case .permanent(let code): .outcome("permanent", code: code)
        case .retry(let code, let after): .outcome("retry", code: code, after: after)
        case .throttled(let after): .outcome("retry", code: "429", after: after)
        case .optedOut: .outcome("opted_out")
        case .account(let code): .outcome("account", code: code)
        case .unknown: .outcome("unknown")
        }
    }
}

extension Datum {
    fileprivate static func outcome(_ name: String, id: String? = nil, code: String? = nil, after: Int? = nil) -> Datum
    {
        let members = [
            Member("outcome", .text(name)), Member("id", Datum(id)), Member("code", Datum(code)),
            Member("after", after.map { .number(String($0)) } ?? .null),
        ]
        return .object(members.filter { $0.value != .null })
    }
}
