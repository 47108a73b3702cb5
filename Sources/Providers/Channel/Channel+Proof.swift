extension Channel {
    /// The routes whose requests prove nothing, because the adapter knows no proof for them, or one that the provider
    /// need not give and that is not set up.
    package var routesWithoutProof: [String] {
        adapter.routes.filter { route in route.authenticity.map { $0.isOptional && !isAsked($0) } ?? true }.map(\.name)
    }

    /// The routes whose proof the channel's settings turn off.
    package var routesWithProofOff: [String] {
        adapter.routes.filter { route in
            route.authenticity.map { !$0.isOptional && !isAsked($0) } ?? false
        }.map(\.name)
    }

    /// Whether the proof of some route covers the public URL.
    package var signsPublicURL: Bool {
        adapter.routes.contains { route in route.authenticity.map { isAsked($0) && $0.readsURL } ?? false }
    }

    func isAsked(_ authenticity: Authenticity) -> Bool {
        (try? authenticity.when?.holds(in: Scope(channel: self))) != false
    }
}

extension Authenticity {
    fileprivate var readsURL: Bool { proofs.contains { $0.readsURL } }
}

extension Proof {
    fileprivate var readsURL: Bool {
        switch self {
        case .twilio, .plivo: true
        case .token, .basic, .vonage, .huawei: false
        case .signature(_, let expect, _): expect.readsURL
        case .edwards(_, let message, _): message.readsURL
        case .webToken(_, _, let claims, _): claims.contains { $0.value.readsURL }
        case .any(let proofs): proofs.contains { $0.readsURL }
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
        case .filtered(let template, .text(.prefix(let other))), .filtered(let template, .text(.suffix(let other))):
            template.readsURL || other.readsURL
        case .filtered(let template, _): template.readsURL
        case .joined(let parts), .list(let parts): parts.contains { $0.readsURL }
        case .choose(_, let then, let otherwise): then.readsURL || otherwise.readsURL
        case .pick(_, let cases, let otherwise): otherwise.readsURL || cases.contains { $0.value.readsURL }
        case .object(let members): members.contains { $0.value.readsURL }
        case .each(let list, let element), .counted(let list, let element): list.readsURL || element.readsURL
        case .copied(let base, let members): base.readsURL || members.contains { $0.value.readsURL }
        case .constant: false
        }
    }
}
