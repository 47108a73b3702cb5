import Providers

extension AdapterReader {
    /// How a route's requests prove themselves: a group with a proof, or a list of such groups that all must hold.
    func authenticity(_ node: YAML, _ vocabulary: Vocabulary) -> Authenticity? {
        guard
            let fields = Fields(
                node, "'auth'", known: ["when", "optional", "fresh", "once", "all", "any"] + Self.proofKeys, log: log)
        else { return nil }
        let proofs: [Proof]
        if let all = fields["all"] {
            for key in Self.proofKeys + ["any"] where fields[key] != nil {
                log.error(
                    "value", "'auth' has both 'all' and '\(key)'", at: all.position, suggestion: "put it into 'all'")
            }
            proofs = list(all, "'all'").compactMap { proof(in: $0, vocabulary) }
        } else {
            proofs = proof(of: fields, vocabulary).map { [$0] } ?? []
        }
        if proofs.isEmpty, !log.hasErrors {
            log.error("missing-key", "'auth' needs a proof", at: node.position)
        }
        let isOptional = fields.flag("optional") ?? false
        if isOptional, fields["when"] == nil {
            log.error(
                "missing-key", "'auth' with 'optional' needs 'when'", at: fields["optional"]?.position ?? node.position,
                suggestion: "say which settings ask for the proof, such as {\"${cfg.user}\": {present: true}}")
        }
        let after = proofs.contains(where: \.hasClaims) ? vocabulary.adding([.claim]) : vocabulary
        return Authenticity(
            // Only the operator may turn a proof off: nothing of a request may.
            when: optionalCondition(fields["when"], vocabulary.with([.cfg, .chan])), isOptional: isOptional,
            proofs: proofs,
            freshness: fields["fresh"].flatMap { freshness($0, after) },
            once: fields["once"].flatMap { once($0, after) }
        )
    }

    private static let proofKeys = [
        "token", "basic", "hmac", "twilio", "plivo", "vonage", "ed25519", "jwt", "huawei",
    ]

    private func proof(in node: YAML, _ vocabulary: Vocabulary) -> Proof? {
        Fields(node, "a proof", known: Self.proofKeys + ["any"], log: log).flatMap { proof(of: $0, vocabulary) }
    }

    private func proof(of fields: Fields, _ vocabulary: Vocabulary) -> Proof? {
        let keys = Self.proofKeys + ["any"]
        let found = keys.compactMap { key in fields[key].map { (key, $0) } }
        guard let (key, node) = found.first, found.count == 1 else {
            let names = keys.map { "'\($0)'" }.joined(separator: ", ")
            log.error("missing-key", "\(fields.what) needs exactly one of \(names)", at: fields.position)
            return nil
        }
        if key == "any" { return .any(list(node, "'any'").compactMap { proof(in: $0, vocabulary) }) }
        return proof(key, node, vocabulary)
    }

    private func proof(_ kind: String, _ node: YAML, _ vocabulary: Vocabulary) -> Proof? {
        switch kind {
        case "hmac": return hmac(node, vocabulary)
        case "jwt": return webToken(node, vocabulary)
        default: break
        }
        guard let keys = Self.plainProofs[kind], let fields = Fields(node, "'\(kind)'", known: keys, log: log) else {
            return nil
        }
        need(keys, in: fields)
        let values = keys.map { text(fields, $0, vocabulary) }
        switch kind {
        case "token": return .token(value: values[0], equals: values[1])
        case "basic": return .basic(user: values[0], password: values[1])
        case "twilio": return .twilio(signature: values[0], secret: values[1])
        case "plivo": return .plivo(signature: values[0], nonce: values[1], secret: values[2])
        case "vonage":
            checkWord(values[1], among: VonageSignature.Method.allCases.map(\.rawValue), fields, "method")
            return .vonage(signature: values[0], method: values[1], secret: values[2])
        case "ed25519": return .edwards(signature: values[0], message: values[1], key: values[2])
        default: return .huawei(key: values[0], secret: values[1])
        }
    }

    private static let plainProofs = [
        "token": ["value", "equals"], "basic": ["user", "password"], "twilio": ["signature", "secret"],
        "plivo": ["signature", "nonce", "secret"], "vonage": ["signature", "method", "secret"],
        "ed25519": ["signature", "message", "key"], "huawei": ["key", "secret"],
    ]

    /// `signature` with either `expect`, or `algorithm`, `key`, `over` and `encoding`.
    private func hmac(_ node: YAML, _ vocabulary: Vocabulary) -> Proof? {
        let keys = ["signature", "expect", "algorithm", "key", "over", "encoding", "list"]
        guard let fields = Fields(node, "'hmac'", known: keys, log: log) else { return nil }
        need(["signature"], in: fields)
        let signature = text(fields, "signature", vocabulary)
        let isList = fields.flag("list") ?? false
        if fields["expect"] != nil {
            return .signature(signature, expect: text(fields, "expect", vocabulary), list: isList)
        }
        need(["key", "over"], in: fields)
        guard let algorithm: DigestFilter.Algorithm = choice(fields, "algorithm", required: true),
            let encoding: DigestEncoding = choice(fields, "encoding", required: true)
        else { return nil }
        let digest = Template.filtered(
            text(fields, "over", vocabulary), .digest(.hmac(algorithm, key: text(fields, "key", vocabulary))))
        return .signature(signature, expect: .filtered(digest, encoding.filter), list: isList)
    }

    private func webToken(_ node: YAML, _ vocabulary: Vocabulary) -> Proof? {
        guard let fields = Fields(node, "'jwt'", known: ["token", "secret", "claims", "leeway"], log: log) else {
            return nil
        }
        need(["token", "secret"], in: fields)
        return .webToken(
            text(fields, "token", vocabulary), secret: text(fields, "secret", vocabulary),
            claims: members(fields["claims"], "'claims'", vocabulary),
            leeway: fields.whole("leeway", in: 0...600) ?? 1)
    }

    private func freshness(_ node: YAML, _ vocabulary: Vocabulary) -> Freshness? {
        guard let fields = Fields(node, "'fresh'", known: ["time", "within"], log: log) else { return nil }
        need(["time", "within"], in: fields)
        return Freshness(
            time: text(fields, "time", vocabulary), within: fields.whole("within", in: 1...86_400) ?? 300)
    }

    private func once(_ node: YAML, _ vocabulary: Vocabulary) -> Once? {
        guard let fields = Fields(node, "'once'", known: ["value", "within"], log: log) else { return nil }
        need(["value", "within"], in: fields)
        return Once(value: text(fields, "value", vocabulary), within: fields.whole("within", in: 1...86_400) ?? 300)
    }
}

/// How a signature is written.
private enum DigestEncoding: String, CaseIterable {
    case hex, base64

    var filter: Filter { .coding(self == .hex ? .hex : .base64) }
}
