/// Another system that flows may ask: its address and what it wants to see stand in the configuration, not in flows.
package struct System: Hashable, Sendable {
    /// What flows call it.
    package let name: String
    /// The address that every `url` of a flow goes on from, without a `/` at its end.
    package let url: String
    /// Headers sent with every request; they may be secrets.
    package let headers: [Header]

    /// One header.
    package struct Header: Hashable, Sendable {
        package let name: String
        package let value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(name: String, url: String, headers: [Header] = []) {
        self.name = name
        self.url = url
        self.headers = headers
    }
}
