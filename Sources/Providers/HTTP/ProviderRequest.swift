/// A request to a provider, ready to be sent. It holds the account's secrets, so it prints only where it goes.
package struct ProviderRequest: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    package let method: String
    /// The whole URL with its query.
    package let url: String
    package let headers: [HeaderField]
    package let body: [UInt8]
    /// Which of the adapter's steps it is, from 0: its answer is read by that step's rules.
    package let step: Int
    /// Which part of the message's text it carries, from 1.
    package let part: Int

    package init(
        method: String, url: String, headers: [HeaderField], body: [UInt8], step: Int = 0, part: Int = 1
    ) {
        self.step = step
        self.part = part
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }

    /// The method and the host: paths, queries, headers and bodies may hold secrets.
    package var description: String { "\(method) \(URLParts(url).origin)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
