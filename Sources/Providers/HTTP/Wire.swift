/// HTTP/1.1 as text (RFC 9112), for files and the command line; nothing of it is on the gateway's way.
package enum Wire {
    /// Reads a request. Lines may end with `\n` alone; without `Content-Length` the body is what is left, without line
    /// breaks at its end.
    package static func request(_ bytes: [UInt8]) -> HTTPRequest? {
        guard let message = WireMessage(bytes) else { return nil }
        let words = message.startLine.split(separator: " ")
        guard words.count == 2 || words.count == 3, words[1].hasPrefix("/") || words[1].contains("://") else {
            return nil
        }
        let parts = URLParts(String(words[1]))
        return HTTPRequest(
            method: words[0].uppercased(), target: parts.rest.isEmpty ? "/" : String(parts.rest),
            headers: message.headers, body: message.body)
    }

    /// Reads an answer.
    package static func answer(_ bytes: [UInt8]) -> HTTPAnswer? {
        guard let message = WireMessage(bytes) else { return nil }
        let words = message.startLine.split(separator: " ")
        guard words.count >= 2, words[0].hasPrefix("HTTP/"), let status = Int(words[1]), (100...999).contains(status)
        else {
            return nil
        }
        return HTTPAnswer(status: status, headers: message.headers, body: message.body)
    }

    /// An answer as it goes over the wire.
    package static func text(_ answer: HTTPAnswer) -> [UInt8] {
        text(["HTTP/1.1 \(answer.status) \(reason(answer.status))"], answer.headers, answer.body)
    }

    /// A request to a provider as it goes over the wire. It holds secrets; show it through `Channel.redacted`.
    package static func text(_ request: ProviderRequest) -> [UInt8] {
        let parts = URLParts(request.url)
        let target = String(parts.rest.prefix { $0 != "#" })
        let path = target.isEmpty ? "/" : target.hasPrefix("?") ? "/" + target : target
        return text(["\(request.method) \(path) HTTP/1.1", "Host: \(parts.authority)"], request.headers, request.body)
    }

    private static func text(_ start: [String], _ headers: [HeaderField], _ body: [UInt8]) -> [UInt8] {
        var lines = start + headers.map { "\($0.name): \($0.value)" }
        if headers.value(of: "Content-Length") == nil { lines.append("Content-Length: \(body.count)") }
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }

    /// The phrases of RFC 9110, section 15, for the codes that are in use here.
    private static func reason(_ status: Int) -> String {
        switch status {
        case 200: "OK"
        case 201: "Created"
        case 202: "Accepted"
        case 204: "No Content"
        case 400: "Bad Request"
        case 403: "Forbidden"
        case 404: "Not Found"
        case 405: "Method Not Allowed"
        case 503: "Service Unavailable"
        default: status < 400 ? "Done" : "Failed"
        }
    }
}

/// The parts of any HTTP/1.1 message.
private struct WireMessage {
    let startLine: String
    let headers: [HeaderField]
    let body: [UInt8]

    init?(_ bytes: [UInt8]) {
        var rest = bytes.drop { $0 == 0x0A || $0 == 0x0D }
        guard let first = Self.line(from: &rest) else { return nil }
        var headers: [HeaderField] = []
        while let line = Self.line(from: &rest) {
            guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return nil }
            headers.append(HeaderField(line[..<colon].trimmed, line[line.index(after: colon)...].trimmed))
        }
        startLine = first
        self.headers = headers
        if let length = headers.value(of: "Content-Length").flatMap({ Int($0) }), (0...rest.count).contains(length) {
            body = Array(rest.prefix(length))
        } else {
            body = Array(rest.reversed().drop { $0 == 0x0A || $0 == 0x0D }.reversed())
        }
    }

    /// Takes one line of the head; nil at the empty line that ends it, which is taken too.
    private static func line(from rest: inout ArraySlice<UInt8>) -> String? {
        let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
        var line = rest[..<end]
        rest = rest[min(end + 1, rest.endIndex)...]
        if line.last == 0x0D { line.removeLast() }
        return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }
}
