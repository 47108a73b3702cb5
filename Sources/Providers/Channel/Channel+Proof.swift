extension Channel {
    /// The routes whose requests prove nothing, because the adapter knows no proof for them.
    package var routesWithoutProof: [String] {
        adapter.routes.filter { $0.authenticity == nil }.map(\.name)
    }

    /// The routes whose proof the channel's settings turn off.
    package var routesWithProofOff: [String] {
        adapter.routes.filter { route in route.authenticity.map { !isAsked($0) } ?? false }.map(\.name)
    }

    /// Whether the proof of some route covers the public URL.
    package var signsPublicURL: Bool {
        adapter.routes.contains { route in route.authenticity.map { isAsked($0) && $0.readsURL } ?? false }
    }

    private func isAsked(_ authenticity: Authenticity) -> Bool {
        (try? authenticity.when?.holds(in: Scope(channel: self))) != false
    }
}

extension Authenticity {
    fileprivate var readsURL: Bool {
        switch proof {
        case .twilio: true
        case .token: false
        case .signature(_, let expect): expect.readsURL
        }
    }
}

extension Template {
    fileprivate var readsURL: Bool {
        switch self {
        case .path(let path):
            if case .request(let field) = path.root {
                field == .url || field == .urlWithoutQuery || field == .urlAndSortedForm
            } else {
                false
            }
        case .filtered(let template, _): template.readsURL
        case .joined(let parts), .list(let parts): parts.contains { $0.readsURL }
        case .choose(_, let then, let otherwise): then.readsURL || otherwise.readsURL
        case .pick(_, let cases, let otherwise): otherwise.readsURL || cases.contains { $0.value.readsURL }
        case .object(let members): members.contains { $0.value.readsURL }
        case .each(let list, let element): list.readsURL || element.readsURL
        case .constant: false
        }
    }
}
