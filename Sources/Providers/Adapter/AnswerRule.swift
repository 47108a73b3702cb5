/// What the provider is told in one of the cases.
package struct AnswerRule: Hashable, Sendable {
    /// The cases that an adapter file may have an answer for.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A message was taken; nothing is said in the answer.
        case message
        /// A message was taken, and the conversation's text rides in the answer.
        case reply
        /// A report, a wish to stop, something of no use.
        case status, stop, ignored
        /// The request was refused, or we failed.
        case error
        /// The request does not prove who sent it.
        case unauthorized
        /// USSD: a screen that waits for an answer, and one that ends the session.
        case `continue`, end
        /// USSD: the session was over already.
        case closed
        /// USSD: the notice that a session is over was taken.
        case ended
    }

    /// What the body is made of.
    package enum Body: Hashable, Sendable {
        case text(Template)
        case json(Template)
    }

    /// When there is such an answer; nil means always.
    package let when: Condition?
    package let status: Int
    /// The media type.
    package let type: Template
    package let headers: [Template.Member]
    package let body: Body

    package init(when: Condition?, status: Int, type: Template, headers: [Template.Member], body: Body) {
        self.when = when
        self.status = status
        self.type = type
        self.headers = headers
        self.body = body
    }

    /// The answer in a scope. Values that make no sense are left out, and what stands around them stays: an answer is
    /// always given, and it is a screen.
    func answer(in outer: Scope, status other: Int? = nil) -> HTTPAnswer {
        var scope = outer
        scope.isForgiving = true
        let body: [UInt8]
        switch self.body {
        case .text(let template): body = Array(((try? template.text(in: scope)) ?? "").utf8)
        case .json(let template): body = (try? scope.allowance.json(template.value(in: scope))) ?? Array("{}".utf8)
        }
        var fields: [HeaderField] = []
        if let type = try? type.text(in: scope), !type.isEmpty {
            fields.append(HeaderField("Content-Type", type.withCharset.headerValue))
        }
        for header in (try? headers.values(in: scope)) ?? [] {
            fields.append(HeaderField(header.key, (header.value.text ?? "").headerValue))
        }
        return HTTPAnswer(status: other ?? status, headers: fields, body: body)
    }
}

extension String {
    /// The text without what would end a header line (RFC 9110, section 5.5).
    var headerValue: String {
        utf8.contains { $0 < 0x20 || $0 == 0x7F }
            ? String(unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }) : self
    }

    /// A text type says that its bytes are UTF-8, because some clients take ISO 8859-1 otherwise.
    fileprivate var withCharset: String {
        hasPrefix("text/") && !contains("charset") ? self + "; charset=utf-8" : self
    }
}
