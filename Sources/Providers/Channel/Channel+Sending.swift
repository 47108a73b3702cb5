import Telephony

extension Channel {
    /// The requests that send a message, in their order; none when the adapter cannot send it.
    package func requests(for message: OutgoingMessage) -> [ProviderRequest] {
        guard let send = adapter.send else { return [] }
        var scope = Scope(channel: self)
        scope.message = message
        guard let defined = try? scope.defining(send.variables) else { return [] }
        let parts = send.split?.parts(of: message.text, in: defined) ?? [message.text]
        var requests: [ProviderRequest] = []
        for (index, text) in parts.enumerated() {
            var scope = defined
            scope.part = MessagePart(text: text, isFirst: index == 0, isLast: index == parts.count - 1)
            // Half a message is worse than none.
            guard let request = try? send.request.request(in: scope.defining(send.partVariables)) else { return [] }
            requests.append(request)
        }
        return requests
    }
}

extension SplitRule {
    func parts(of text: String, in scope: Scope) -> [String] {
        guard let maximum = Int((try? maximum.text(in: scope)) ?? ""), maximum > 0 else { return [text] }
        switch unit {
        case .chars:
            guard text.count > maximum else { return [text] }
            return Self.pieces(of: text, maximum: maximum)
        case .segments:
            let segments = Segments.split(text).map(\.text)
            return stride(from: 0, to: segments.count, by: maximum).map { start in
                segments[start..<min(start + maximum, segments.count)].joined()
            }
        }
    }

    /// Pieces that end after a line break or space where there is one in their second half.
    private static func pieces(of text: String, maximum: Int) -> [String] {
        var pieces: [String] = []
        var rest = text[...]
        while let limit = rest.index(rest.startIndex, offsetBy: maximum, limitedBy: rest.endIndex),
            limit < rest.endIndex
        {
            let half = rest.index(rest.startIndex, offsetBy: maximum / 2)
            let space = rest[half..<limit].lastIndex { $0 == " " || $0.isNewline }
            let end = space.map { rest.index(after: $0) } ?? limit
            pieces.append(String(rest[..<end]))
            rest = rest[end...]
        }
        return rest.isEmpty ? pieces : pieces + [String(rest)]
    }
}

extension RequestRule {
    func request(in scope: Scope) throws(FieldFault) -> ProviderRequest {
        let (type, bytes) = try encodedBody(in: scope)
        var url = try url.text(in: scope) ?? ""
        let fields = Form.encode(try query.values(in: scope))
        if !fields.isEmpty { url += (url.contains("?") ? "&" : "?") + fields }
        return ProviderRequest(
            method: (try method.text(in: scope) ?? "POST").uppercased().headerValue, url: url.headerValue,
            headers: try encodedHeaders(type: type, in: scope), body: bytes)
    }

    private func encodedBody(in scope: Scope) throws(FieldFault) -> (type: String?, bytes: [UInt8]) {
        switch body {
        case .none: (nil, [])
        case .form(let members):
            ("application/x-www-form-urlencoded", Array(Form.encode(try members.values(in: scope)).utf8))
        case .json(let template): ("application/json", JSON.write(try template.value(in: scope)))
        case .text(let template): (nil, Array((try template.text(in: scope) ?? "").utf8))
        }
    }

    private func encodedHeaders(type: String?, in scope: Scope) throws(FieldFault) -> [HeaderField] {
        var members = try headers.values(in: scope)
        if case .object(let more) = try headersFrom.value(in: scope) { members += more }
        var fields = members.compactMap { member in
            member.value.text.map { HeaderField(member.key.headerValue, $0.headerValue) }
        }
        if let type, fields.value(of: "Content-Type") == nil { fields.append(HeaderField("Content-Type", type)) }
        if let basic {
            let pair = (try basic.user.text(in: scope) ?? "") + ":" + (try basic.password.text(in: scope) ?? "")
            fields.append(HeaderField("Authorization", "Basic " + Base64.encode(Array(pair.utf8))))
        }
        return fields
    }
}
