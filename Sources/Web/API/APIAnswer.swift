import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// What the API answers with: a value as JSON.
struct APIAnswer: Sendable {
    private let status: HTTPResponse.Status
    private let type: String
    private let body: Data

    init(_ value: some Encodable, status: HTTPResponse.Status = .ok, type: String = "application/json") {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Our own values are texts, whole numbers, lists and groups of them, which always can be written.
        body = (try? encoder.encode(value)) ?? Data()
        self.status = status
        self.type = type
    }

    /// The answer as the server sends it. It is nobody's to keep: it was made for one token.
    var response: Response {
        let headers: HTTPFields = [
            .contentType: type, .cacheControl: "no-store", .xContentTypeOptions: "nosniff",
            .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
        ]
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
}
