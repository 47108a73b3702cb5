extension Channel {
    /// The settings without which a proof of its routes can never hold; those that turn the proof off do not count.
    package var settingsMissingForProofs: [String] {
        settings(askedFor: \.missing)
    }

    /// The settings that are no public key, though a proof of its routes needs one.
    package var settingsThatAreNoKey: [String] {
        settings(askedFor: \.broken)
    }

    private func settings(askedFor kind: KeyPath<ProofSettings, Set<Int>>) -> [String] {
        let found = adapter.routes.compactMap(\.authenticity).filter(isAsked).flatMap(\.proofs)
            .reduce(into: Set<Int>()) { $0.formUnion(faults(of: $1)[keyPath: kind]) }
        return found.sorted().map { adapter.settings[$0].name }
    }

    private func faults(of proof: Proof) -> ProofSettings {
        if case .any(let proofs) = proof {
            // One that can hold is enough.
            let all = proofs.map { faults(of: $0) }
            return all.contains { $0.isComplete } ? ProofSettings() : all.first ?? ProofSettings()
        }
        var found = ProofSettings()
        for place in proof.keys.reduce(into: Set(), { $0.formUnion($1.settings) }) {
            if !settings[place].isPresent { found.missing.insert(place) }
        }
        if case .edwards(_, _, let key) = proof, let place = key.setting, let text = settings[place].text,
            !text.isEmpty, !EdwardsSignature.isKey(text)
        {
            found.broken.insert(place)
        }
        return found
    }
}

/// What is wrong with the settings of a proof, by their places.
private struct ProofSettings {
    var missing: Set<Int> = []
    var broken: Set<Int> = []

    var isComplete: Bool { missing.isEmpty && broken.isEmpty }
}

extension Proof {
    /// What only the operator and the provider know, and what it is known by.
    fileprivate var keys: [Template] {
        switch self {
        case .token(_, let equals): [equals]
        case .basic(let user, let password): [user, password]
        case .signature(_, let expect, _): [expect]
        case .twilio(_, let secret), .plivo(_, _, let secret), .vonage(_, _, let secret): [secret]
        case .edwards(_, _, let key): [key]
        case .webToken(_, let secret, _, _): [secret]
        case .huawei(let key, let secret): [key, secret]
        case .any: []
        }
    }
}
