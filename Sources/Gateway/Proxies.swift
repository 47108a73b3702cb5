import Providers

/// The reverse proxies that stand in front of the gateway: what they say of who asks is believed.
package struct Proxies: Sendable {
    private let blocks: [NetworkBlock]

    /// Reads addresses and blocks, with commas or spaces between them.
    ///
    /// - Throws: The first that is none.
    package init(_ text: String) throws(Unreadable) {
        var blocks: [NetworkBlock] = []
        for word in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
            guard let block = NetworkBlock(String(word)) else { throw Unreadable(word: String(word)) }
            blocks.append(block)
        }
        self.blocks = blocks
    }

    /// Something that is no IP address and no block of them.
    package struct Unreadable: Error, Hashable {
        package let word: String
    }

    /// The address of who asks: who connects; behind a proxy the last whom it or another proxy names. What stands before
    /// that in the header may have been written by anybody.
    ///
    /// - Parameters:
    ///   - peer: Who connects.
    ///   - forwarded: The values of `X-Forwarded-For`, in their order: each proxy adds who connected to it.
    package func asker(_ peer: String, forwarded: [String]) -> String {
        guard isProxy(peer) else { return peer }
        let named = forwarded.flatMap { $0.split(separator: ",") }.map { String($0.filter { !$0.isWhitespace }) }
        // What is no address was not written by a proxy that is set up well: then who connects counts.
        guard let last = named.last(where: { !isProxy($0) }), NetworkBlock(last) != nil, !last.contains("/") else {
            return peer
        }
        return last
    }

    private func isProxy(_ address: String) -> Bool { blocks.contains { $0.contains(address) } }
}
