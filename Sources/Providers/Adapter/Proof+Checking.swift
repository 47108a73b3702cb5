import Expressions

extension Authenticity {
    /// Whether the request is proved; the claims of a token that proved it stay in the scope.
    func isProved(in scope: inout Scope) throws(FieldFault) -> Bool {
        if let when, try !when.holds(in: scope) { return true }
        for proof in proofs where try !proof.holds(in: &scope) { return false }
        guard let freshness else { return true }
        let told = try freshness.time.text(in: scope)
        guard let time = told.flatMap({ Timestamp(rfc3339: $0) }) else { return false }
        return abs(scope.now.milliseconds - time.milliseconds) <= Int64(freshness.within) * 1_000
    }
}

extension Proof {
    func holds(in scope: inout Scope) throws(FieldFault) -> Bool {
        switch self {
        case .any(let proofs):
            for proof in proofs where (try? proof.holds(in: &scope)) == true { return true }
            return false
        case .webToken(let token, let secret, let claims, let leeway):
            guard let token = try token.text(in: scope), let secret = try secret.text(in: scope),
                let found = WebToken.claims(of: token, secret: secret), found.isTimely(at: scope.now, leeway: leeway),
                try found.agrees(with: claims, in: scope)
            else { return false }
            scope.claims = found
            return true
        default: return try holds(in: scope)
        }
    }

    private func holds(in scope: Scope) throws(FieldFault) -> Bool {
        switch self {
        case .token(let value, let equals):
            return try Self.isSame(value.text(in: scope), equals.text(in: scope))
        case .basic(let user, let password):
            guard let pair = scope.request?.basicPair else { return false }
            let (user, password) = (try user.text(in: scope) ?? "", try password.text(in: scope) ?? "")
            return Self.isSame(pair, "\(user):\(password)") && !(user + password).isEmpty
        case .signature(let signature, let expect, let isList):
            let given = try signature.text(in: scope) ?? ""
            let expected = try expect.text(in: scope)
            guard isList else { return Self.isSame(given, expected) }
            return given.split(separator: ",").contains { Self.isSame($0.trimmed, expected) }
        case .edwards(let signature, let message, let key):
            return EdwardsSignature.isValid(
                try signature.text(in: scope) ?? "", over: try message.value(in: scope).bytes,
                key: try key.text(in: scope) ?? "")
        case .twilio, .plivo, .vonage, .huawei: return try holdsOfProvider(in: scope)
        case .any, .webToken: return false
        }
    }

    private func holdsOfProvider(in scope: Scope) throws(FieldFault) -> Bool {
        guard let request = scope.request else { return false }
        let url = scope.channel.publicURL(of: request)
        switch self {
        case .twilio(let signature, let secret):
            let (signature, secret) = (try signature.text(in: scope) ?? "", try secret.text(in: scope) ?? "")
            return !secret.isEmpty
                && TwilioSignature.isValid(signature, url: url, form: scope.form, body: request.body, secret: secret)
        case .plivo(let signature, let nonce, let secret):
            let (secret, nonce) = (try secret.text(in: scope) ?? "", try nonce.text(in: scope) ?? "")
            let signatures = try signature.text(in: scope) ?? ""
            return !secret.isEmpty
                && PlivoSignature.isValid(
                    signatures, method: request.method, url: url, form: scope.form ?? [], nonce: nonce, secret: secret)
        case .vonage(let signature, let method, let secret):
            let secret = try secret.text(in: scope) ?? ""
            let method = VonageSignature.Method(rawValue: try method.text(in: scope) ?? "")
            guard let method, !secret.isEmpty else { return false }
            return VonageSignature.isValid(
                try signature.text(in: scope) ?? "", fields: scope.whole.members, method: method, secret: secret)
        case .huawei(let key, let secret):
            let (key, secret) = (try key.text(in: scope) ?? "", try secret.text(in: scope) ?? "")
            return !key.isEmpty && !secret.isEmpty
                && HuaweiProof.isValid(request, url: url, key: key, secret: secret)
        default: return false
        }
    }

    /// Whether a secret was given that is the expected one; nothing proves nothing.
    private static func isSame(_ given: String?, _ expected: String?) -> Bool {
        guard let given, let expected, !expected.isEmpty else { return false }
        return given.equalsInConstantTime(expected)
    }
}

extension HTTPRequest {
    /// `name:password` of an Authorization header of the scheme Basic.
    fileprivate var basicPair: String? {
        guard let line = headers.value(of: "Authorization"), line.prefix(6).lowercased() == "basic " else { return nil }
        return Base64.decode(line.dropFirst(6).trimmed).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension Datum {
    /// Whether a token's time has come and is not over (RFC 7519, sections 4.1.4 and 4.1.5).
    fileprivate func isTimely(at now: Timestamp, leeway: Int) -> Bool {
        let moment = now.milliseconds / 1_000
        let leeway = Int64(leeway)
        if self["exp"] != .null {
            guard let end = seconds(of: "exp"), moment < end + leeway else { return false }
        }
        guard self["nbf"] != .null else { return true }
        guard let start = seconds(of: "nbf") else { return false }
        return moment + leeway >= start
    }

    private func seconds(of claim: String) -> Int64? {
        self[claim].text.flatMap { Int64($0) }.flatMap { (0..<253_402_300_800).contains($0) ? $0 : nil }
    }

    fileprivate func agrees(with claims: [Template.Member], in scope: Scope) throws(FieldFault) -> Bool {
        for claim in claims {
            let expected = try claim.value.text(in: scope)
            let given = self[claim.key].text
            guard let expected else {
                if given != nil { return false }
                continue
            }
            guard let given, given.equalsInConstantTime(expected) else { return false }
        }
        return true
    }
}
