import Crypto

/// Writes `multipart/form-data` (RFC 7578).
enum Multipart {
    /// The media type and the body of some fields. The boundary is a digest of what it divides, so the same fields make
    /// the same body and no field can hold it.
    static func encode(_ fields: [Datum.Member]) -> (type: String, body: [UInt8]) {
        let parts = fields.flatMap { field in field.value.elements.map { (name: field.key, bytes: $0.bytes) } }
        var digest = SHA256()
        for part in parts {
            digest.update(data: Array(part.name.utf8))
            digest.update(data: part.bytes)
        }
        let boundary = "waymark-" + Hexadecimal.encode(Array(digest.finalize().prefix(16)))
        var body: [UInt8] = []
        for part in parts {
            let name = part.name.headerValue.replacing("\"", with: "%22")
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n".utf8)
            body += part.bytes + Array("\r\n".utf8)
        }
        return ("multipart/form-data; boundary=\(boundary)", body + Array("--\(boundary)--\r\n".utf8))
    }
}
