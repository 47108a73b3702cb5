import Crypto
package import Expressions
import Telephony

extension Channel {
    /// The requests that send a message, in their order; none when the adapter cannot send it.
    ///
    /// - Parameters:
    ///   - now: For requests that carry their time.
    ///   - nonce: A text that is new for each message, for requests that carry such a thing: at least 16 random letters
    ///     and digits.
    ///   - token: What `token(from:headers:body:)` gave, where the adapter needs one.
    package func requests(
        for message: OutgoingMessage, at now: Timestamp, nonce: String, token: String? = nil
    ) -> [ProviderRequest] {
        // Half a message is worse than none.
        (try? madeRequests(for: message, at: now, nonce: nonce, token: token)) ?? []
    }

    /// Why there is no request for a message: the field that is at fault; nil when there is one.
    package func reasonAgainstSending(_ message: OutgoingMessage, at now: Timestamp) -> String? {
        do throws(FieldFault) {
            let isNone = try madeRequests(for: message, at: now, nonce: "", token: nil).isEmpty
            return isNone ? "none of its steps is for this message" : nil
        } catch {
            return error.detail
        }
    }

    private func madeRequests(
        for message: OutgoingMessage, at now: Timestamp, nonce: String, token: String?
    ) throws(FieldFault) -> [ProviderRequest] {
        guard let send = adapter.send else { return [] }
        var scope = Scope(channel: self)
        scope.message = message
        scope.now = now
        scope.nonce = nonce
        scope.token = token
        return try send.requests(for: message, in: scope)
    }
}

extension SendRule {
    fileprivate func requests(for message: OutgoingMessage, in scope: Scope) throws(FieldFault) -> [ProviderRequest] {
        let defined = try scope.defining(variables)
        let parts = split?.parts(of: message.text, in: defined) ?? [message.text]
        guard parts.count <= Self.maximumParts else { throw FieldFault(detail: "the text has too many parts") }
        var requests: [ProviderRequest] = []
        for (index, text) in parts.enumerated() {
            var scope = defined
            scope.part = MessagePart(text: text, number: index + 1, isLast: index == parts.count - 1)
            scope = try scope.defining(partVariables)
            for (step, rule) in steps.enumerated() where index == 0 || !rule.isOnce {
                guard try rule.when?.holds(in: scope) != false else { continue }
                scope.nonce = Self.nonce(defined.nonce, requests.count)
                requests.append(try rule.request.request(in: scope, step: step, part: index + 1))
            }
        }
        return requests
    }

    /// As many as an SMS can have (3GPP TS 23.040, section 9.2.3.24.1).
    private static let maximumParts = 255

    /// The message's nonce for the first request, and texts made of it for the others.
    private static func nonce(_ nonce: String, _ place: Int) -> String {
        guard place > 0 else { return nonce }
        return Hexadecimal.encode(Array(SHA256.hash(data: Array("\(nonce)/\(place)".utf8)).prefix(16)))
    }
}

extension RequestRule {
    func request(in scope: Scope, step: Int = 0, part: Int = 1) throws(FieldFault) -> ProviderRequest {
        let (type, form, bytes) = try encodedBody(in: scope)
        var draft = RequestDraft(
            method: (try method.text(in: scope) ?? "POST").uppercased().headerValue,
            url: (try url.text(in: scope) ?? "").headerValue, query: try query.values(in: scope).flattened,
            headers: try encodedHeaders(type: type, in: scope), form: form, body: bytes)
        if let signature {
            draft = signature.scheme.sign(
                draft, key: (try signature.key.text(in: scope) ?? "").headerValue,
                secret: try signature.secret.text(in: scope) ?? "", at: scope.now, nonce: scope.nonce)
        }
        return draft.request(step: step, part: part)
    }

    private func encodedBody(
        in scope: Scope
    ) throws(FieldFault) -> (type: String?, form: [Datum.Member]?, bytes: [UInt8]) {
        switch body {
        case .none: return (nil, nil, [])
        case .form(let members):
            let fields = try members.values(in: scope).flattened
            return ("application/x-www-form-urlencoded", fields, Array(Form.encode(fields).utf8))
        case .multipart(let members):
            let (type, bytes) = Multipart.encode(try members.values(in: scope))
            return (type, nil, bytes)
        case .json(let template):
            return ("application/json", nil, try scope.allowance.json(try template.value(in: scope)))
        case .text(let template): return (nil, nil, try template.value(in: scope).bytes)
        }
    }

    private func encodedHeaders(type: String?, in scope: Scope) throws(FieldFault) -> [HeaderField] {
        let members = try headers.values(in: scope) + headersFrom.value(in: scope).members
        var fields = members.compactMap { member in
            member.value.text.map { HeaderField(member.key.headerValue, $0.headerValue) }
        }
        if let type, fields.value(of: "Content-Type") == nil { fields.append(HeaderField("Content-Type", type)) }
        if let basic, try basic.when?.holds(in: scope) != false {
            let pair = (try basic.user.text(in: scope) ?? "") + ":" + (try basic.password.text(in: scope) ?? "")
            fields.append(HeaderField("Authorization", "Basic " + Base64.encode(Array(pair.utf8))))
        }
        return fields
    }
}

extension [Datum.Member] {
    /// Lists as one field for each of their values; what has no text is left out.
    fileprivate var flattened: [Datum.Member] {
        flatMap { member in
            member.value.elements.filter { $0.text != nil }.map { Datum.Member(member.key, $0) }
        }
    }
}
