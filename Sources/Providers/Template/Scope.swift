import Expressions
import Telephony

/// Everything that a template may read while it is worked out.
struct Scope {
    let channel: Channel
    /// What may still be worked out, shared by all copies of the scope.
    let allowance = Allowance()
    /// Whether a value that cannot be worked out is nothing instead of a fault: an answer is always given.
    var isForgiving = false
    /// The provider's request, while one is read or answered.
    var request: HTTPRequest?
    /// The route's name as it was called, which may be an alias.
    var action = ""
    /// The fields of a form in the body, for signatures; nil when the body is no form.
    var form: [Datum.Member]?
    /// The payload, or within `each` the element.
    var payload = Datum.null
    /// The whole payload.
    var whole = Datum.null
    var variables: [Datum] = []
    /// The message to be sent, and the part of it that goes with this request.
    var message: OutgoingMessage?
    var part: MessagePart?
    /// The provider's answer to our request.
    var answer: HTTPAnswer?
    /// Its body, read.
    var response = Datum.null
    var reply = Datum.null
    var replyEnds = false
    /// Now, and a text that is new for each request.
    var now = Timestamp(milliseconds: 0)
    var nonce = ""
    /// What stands in the variable parts of the route's path.
    var pathParts: [String] = []
    /// The claims of the token that proved the request.
    var claims = Datum.null
    /// What the provider gave us to show with our requests.
    var token: String?
    /// Within a counted repetition its number, from 0.
    var number = 0

    init(channel: Channel) {
        self.channel = channel
    }

    /// The same with an element as payload.
    func entering(_ element: Datum) -> Scope {
        var inner = self
        inner.payload = element
        return inner
    }

    /// The same with named values worked out in their order, each from those before it.
    func defining(_ templates: [Template]) throws(FieldFault) -> Scope {
        guard !templates.isEmpty else { return self }
        var defined = self
        for template in templates { defined.variables.append(try template.value(in: defined)) }
        return defined
    }

    func value(of root: Path.Root) -> Datum {
        switch root {
        case .payload: payload
        case .whole: whole
        case .header(let name): Datum(request?.headers.value(of: name))
        case .query(let name): Datum.object(Form.fields((request?.query ?? "").utf8) ?? [])[name]
        case .queryFields: .object(Form.fields((request?.query ?? "").utf8) ?? [])
        case .pathPart(let index): pathParts.indices.contains(index) ? .text(pathParts[index]) : .null
        case .claims: claims
        case .now(let field): value(of: field)
        case .token: Datum(token)
        case .setting(let index): channel.settings[index]
        case .channel(let field): value(of: field)
        case .request(let field): value(of: field)
        case .message(let field): value(of: field)
        case .reply(.text): reply
        case .reply(.ends): .flag(replyEnds)
        case .response: response
        case .http(.status): .number(String(answer?.status ?? 0))
        case .http(.body): .bytes(answer?.body ?? [])
        case .route(let name): Datum(channel.publicURL(route: name))
        case .variable(let index): variables.indices.contains(index) ? variables[index] : .null
        case .session(.state): .text(replyEnds || message?.ends == true ? "end" : "continue")
        }
    }

    private func value(of field: Path.ChannelField) -> Datum {
        switch field {
        case .id: .text(channel.id)
        case .address: Datum(channel.address)
        case .country: Datum(channel.country?.code)
        }
    }

    private func value(of field: Path.RequestField) -> Datum {
        guard let request else { return .null }
        switch field {
        case .method: return .text(request.method)
        case .action: return .text(action)
        case .body: return .bytes(request.body)
        case .form: return .object(form ?? [])
        case .url: return .text(channel.publicURL(of: request))
        case .urlWithoutQuery:
            return .text(String(channel.publicURL(of: request).prefix { $0 != "?" }))
        case .urlAndSortedForm:
            return .text(TwilioSignature.signedText(url: channel.publicURL(of: request), form: form ?? []))
        }
    }

    private func value(of field: Path.MessageField) -> Datum {
        guard let message else { return .null }
        switch field {
        case .id: return .text(message.id)
        case .to: return .text(message.to.wireText)
        case .from: return Datum(message.from?.wireText ?? channel.address)
        case .text: return .text(message.text)
        case .part: return .text(part?.text ?? message.text)
        case .partID: return .text(message.partID(part?.number ?? 1))
        case .first: return .flag(part.map { $0.number == 1 } ?? true)
        case .last: return .flag(part?.isLast ?? true)
        case .session: return Datum(message.session)
        case .ends: return .flag(message.ends)
        }
    }

    private func value(of field: Path.NowField) -> Datum {
        switch field {
        case .unix: .number(String(now.milliseconds / 1_000))
        case .unixMilliseconds: .number(String(now.milliseconds))
        case .rfc3339: .text(now.rfc3339())
        case .nonce: .text(nonce)
        }
    }
}

/// One of the requests that a long message is sent with.
struct MessagePart {
    let text: String
    /// From 1.
    let number: Int
    let isLast: Bool
}
