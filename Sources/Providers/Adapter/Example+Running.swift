import Expressions

extension Adapter {
    /// What an example comes to that differs from what it expects: one sentence each.
    package func failures(of example: Example) -> [String] {
        var entry = ChannelEntry(id: name, adapter: self)
        entry.settings = example.settings
        entry.address = example.address
        entry.country = example.country
        entry.publicBaseURL = example.publicBaseURL
        entry.replyWay = example.replyWay
        return example.expected.differences(from: Channel(entry).result(of: example), at: "")
    }
}

extension Channel {
    /// What an example's input comes to, in the shapes of the command line.
    fileprivate func result(of example: Example) -> Datum {
        switch example.input {
        case .request(let request, let route, let outcome):
            let reception = receive(request, route: route, at: example.now)
            return reception.withNonce(reception.json(answer: answer(to: reception, outcome)))
        case .message(let message):
            let requests = requests(for: message, at: example.now, nonce: example.nonce, token: example.token)
            let ids = ourIDs(of: message, in: example)
            let tokenRequest = tokenRequest(at: example.now, nonce: example.nonce)
            return .object([
                Datum.Member("requests", .list(zip(requests, ids).map { $0.json.with(ourID: $1) })),
                Datum.Member("token_request", tokenRequest?.json ?? .null),
            ])
        case .response(let answer, let step):
            let request = ProviderRequest(method: "", url: "", headers: [], body: [], step: step)
            return outcome(of: answer.status, headers: answer.headers, body: answer.body, to: request, at: example.now)
                .json
        case .token(let answer):
            return token(from: answer.status, headers: answer.headers, body: answer.body, at: example.now).json
        }
    }

    private func answer(to reception: Reception, _ outcome: Outcome) -> HTTPAnswer {
        switch reception {
        case .events(_, let exchange): answer(exchange, outcome)
        case .rejected(let rejection): rejection.answer
        }
    }
}

extension Datum {
    fileprivate func with(ourID: String?) -> Datum { .object(members + [Member("our_id", Datum(ourID))]) }

    /// Where another value differs from this one: every key and element that is written here has to be there.
    fileprivate func differences(from found: Datum, at place: String) -> [String] {
        switch self {
        case .object(let members):
            return members.flatMap {
                $0.value.differences(from: found[$0.key], at: place.isEmpty ? $0.key : "\(place).\($0.key)")
            }
        case .list(let elements):
            guard found.elements.count == elements.count else {
                return ["\(place) has \(found.elements.count) elements, not \(elements.count)"]
            }
            return zip(elements, found.elements).enumerated().flatMap { index, pair in
                pair.0.differences(from: pair.1, at: "\(place).\(index)")
            }
        default:
            return (text ?? "") == (found.text ?? "") ? [] : ["\(place) is '\(found.text ?? "")', not '\(text ?? "")'"]
        }
    }
}

extension Reception {
    /// What `provider receive` prints, and what must not come twice.
    fileprivate func withNonce(_ json: Datum) -> Datum {
        guard case .events(_, let exchange) = self, let nonce = exchange.nonce else { return json }
        let value = Datum.object([
            Datum.Member("value", .text(nonce.value)), Datum.Member("seconds", .number(String(nonce.seconds))),
        ])
        return .object(json.members + [Datum.Member("nonce", value)])
    }
}

extension TokenOutcome {
    fileprivate var json: Datum {
        switch self {
        case .token(let token):
            .object([
                Datum.Member("token", .text(token.value)), Datum.Member("lifetime", .number(String(token.lifetime))),
            ])
        case .failure(let outcome): outcome.json
        }
    }
}
