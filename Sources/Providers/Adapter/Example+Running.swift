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
        return example.expected.differences(from: Channel(entry).result(of: example.input), at: "")
    }
}

extension Channel {
    /// What an example's input comes to, in the shapes of the command line.
    fileprivate func result(of input: Example.Input) -> Datum {
        switch input {
        case .request(let request, let route, let outcome):
            let reception = receive(request, route: route, at: Timestamp(milliseconds: 0))
            return reception.json(answer: answer(to: reception, outcome))
        case .message(let message):
            return .object([Datum.Member("requests", .list(requests(for: message).map(\.json)))])
        case .response(let answer):
            return outcome(of: answer.status, headers: answer.headers, body: answer.body).json
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
