import Conversation

/// What another system is asked, as its row seals it: both may hold what she said.
struct Question: Hashable {
    let path: String
    let body: String?

    init(_ request: SystemRequest) {
        self.init(path: request.path, body: request.body)
    }

    init(path: String, body: String?) {
        self.path = path
        self.body = body
    }

    /// The question as bytes.
    func encoded() -> [UInt8] {
        var writer = ByteWriter(capacity: 8 + path.utf8.count + (body?.utf8.count ?? 0))
        writer.write(path)
        writer.write(body != nil)
        if let body { writer.write(body) }
        return writer.bytes
    }

    /// Reads what `encoded` wrote.
    init(_ bytes: [UInt8]) throws(StoreFault) {
        do throws(CodingFault) {
            var reader = ByteReader(bytes)
            path = try reader.text()
            body = try reader.flag() ? reader.text() : nil
        } catch {
            throw StoreFault(.damaged, "a question to another system cannot be read: \(error)")
        }
    }
}
