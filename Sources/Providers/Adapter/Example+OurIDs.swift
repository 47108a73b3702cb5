import Expressions

extension Channel {
    /// Which id of ours each request of an example's message carries; nil where it carries none. It is looked for by
    /// making the requests once more, under an id that stands nowhere else.
    func ourIDs(of message: OutgoingMessage, in example: Example) -> [String?] {
        let marked = OutgoingMessage(
            id: Self.mark, to: message.to, from: message.from, text: message.text, session: message.session,
            ends: message.ends)
        return requests(for: marked, at: example.now, nonce: example.nonce, token: example.token).map { request in
            guard request.whole.contains(Self.mark) else { return nil }
            let isOfPart = request.whole.contains(marked.partID(request.part))
            return isOfPart ? message.partID(request.part) : message.id
        }
    }

    /// An id as the gateway gives it (RFC 9562, section 5.8): nothing in it has to be escaped anywhere.
    private static let mark = "0f8d2a6b-7c1e-8d05-8000-00000000002a"
}

extension ProviderRequest {
    /// Everything that the provider sees of it.
    fileprivate var whole: String {
        ([url] + headers.map(\.value) + [String(decoding: body, as: UTF8.self)]).joined(separator: "\n")
    }
}
