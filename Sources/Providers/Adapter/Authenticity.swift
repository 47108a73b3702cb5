/// How a request proves that it comes from the provider.
package struct Authenticity: Hashable, Sendable {
    /// When it is asked for; nil means always.
    package let when: Condition?
    /// Whether the provider need not prove itself: where the proof is not asked for, it counts as a provider without one.
    package let isOptional: Bool
    /// What must hold, each of them.
    package let proofs: [Proof]
    /// How old the request may be.
    package let freshness: Freshness?
    /// What no two requests may share.
    package let once: Once?

    package init(when: Condition?, isOptional: Bool, proofs: [Proof], freshness: Freshness?, once: Once?) {
        self.when = when
        self.isOptional = isOptional
        self.proofs = proofs
        self.freshness = freshness
        self.once = once
    }

    /// How requests prove themselves, in a few words.
    package var summary: String {
        proofs.map(\.summary).joined(separator: " and ") + (isOptional ? " (optional)" : "")
    }
}

/// A moment that the request tells and that must be near.
package struct Freshness: Hashable, Sendable {
    package let time: Template
    /// Seconds to either side of now.
    package let within: Int

    package init(time: Template, within: Int) {
        self.time = time
        self.within = within
    }
}

/// A text that a request carries once only.
package struct Once: Hashable, Sendable {
    package let value: Template
    /// Seconds for which it has to be remembered.
    package let within: Int

    package init(value: Template, within: Int) {
        self.value = value
        self.within = within
    }
}

/// The proofs.
package indirect enum Proof: Hashable, Sendable {
    /// A secret that the request repeats.
    case token(value: Template, equals: Template)
    /// A name and password by HTTP's Basic scheme (RFC 7617).
    case basic(user: Template, password: Template)
    /// A signature that we make again; `list` when several stand beside each other with commas between them.
    case signature(Template, expect: Template, list: Bool)
    /// `X-Twilio-Signature`, with its variants of the URL and of the body.
    case twilio(signature: Template, secret: Template)
    case plivo(signature: Template, nonce: Template, secret: Template)
    case vonage(signature: Template, method: Template, secret: Template)
    /// Ed25519 over a message, signature and key in base 64.
    case edwards(signature: Template, message: Template, key: Template)
    /// A web token whose claims must be as listed; a claim that is nothing must be absent.
    case webToken(Template, secret: Template, claims: [Template.Member], leeway: Int)
    case huawei(key: Template, secret: Template)
    /// Any of several.
    case any([Proof])

    /// Whether it leaves claims behind, which `claim.` reads.
    package var hasClaims: Bool {
        switch self {
        case .webToken: true
        case .any(let proofs): proofs.contains { $0.hasClaims }
        case .token, .basic, .signature, .twilio, .plivo, .vonage, .edwards, .huawei: false
        }
    }

    var summary: String {
        switch self {
        case .token: "token"
        case .basic: "name and password"
        case .signature: "signature"
        case .twilio: "Twilio's signature"
        case .plivo: "Plivo's signature"
        case .vonage: "Vonage's signature"
        case .edwards: "Ed25519 signature"
        case .webToken: "web token"
        case .huawei: "Huawei's signature"
        case .any(let proofs): proofs.map(\.summary).joined(separator: " or ")
        }
    }
}
