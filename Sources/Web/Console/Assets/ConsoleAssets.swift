import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The files of the console's pages, served from memory.
struct ConsoleAssets: Sendable {
    private let style = Asset(ConsoleStyle.text, type: "text/css; charset=utf-8")
    private let script = Asset(ConsoleScript.text, type: "text/javascript; charset=utf-8")

    /// The file behind a route; nil where a page is.
    subscript(route: ConsoleRoute) -> Asset? {
        switch route {
        case .style: style
        case .script: script
        default: nil
        }
    }
}

/// A file, and a tag that changes with it.
struct Asset: Sendable {
    private let text: String
    private let type: String
    private let tag: String

    init(_ text: String, type: String) {
        self.text = text
        self.type = type
        tag = "\"" + SHA256.hash(data: Data(text.utf8)).prefix(8).map { String($0, radix: 16) }.joined() + "\""
    }

    /// The file, or word that the browser has it already (RFC 9110, section 13.1.2).
    func response(to request: Request) -> Response {
        var headers = ConsoleAnswer.headers
        headers[.eTag] = tag
        headers[.cacheControl] = "no-cache"
        guard request.headers[.ifNoneMatch] != tag else { return Response(status: .notModified, headers: headers) }
        headers[.contentType] = type
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
