extension HTTPClient {
    /// The limits of a client. Every wait and every buffer has one.
    package struct Settings: Sendable {
        /// The time for the name, the connection and TLS together.
        package let connectTimeout: Duration
        /// The time from sending to the whole answer, for requests that name none.
        package let totalTimeout: Duration
        /// The bytes of an answer's head and decoded body together.
        package let maximumResponse: Int
        /// Connections to one host, at least 1; more requests wait for one of them.
        package let maximumConnectionsPerHost: Int
        /// Connections to all hosts together, at least 1.
        package let maximumConnections: Int
        /// How long an idle connection is kept for the next request.
        package let idleConnectionLifetime: Duration
        /// How long `close` waits for the requests under way.
        package let closingGrace: Duration
        /// The `User-Agent` header of requests that name none.
        package let userAgent: String
        /// Whether `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy` are heeded.
        package let usesProxyFromEnvironment: Bool

        /// Settings for carriers on the internet; name those that differ.
        package init(
            connectTimeout: Duration = .seconds(5),
            totalTimeout: Duration = .seconds(15),
            maximumResponse: Int = 1 << 20,
            maximumConnectionsPerHost: Int = 32,
            maximumConnections: Int = 256,
            idleConnectionLifetime: Duration = .seconds(60),
            closingGrace: Duration = .seconds(5),
            userAgent: String = "Waymark",
            usesProxyFromEnvironment: Bool = true
        ) {
            self.connectTimeout = connectTimeout
            self.totalTimeout = totalTimeout
            self.maximumResponse = maximumResponse
            self.maximumConnectionsPerHost = maximumConnectionsPerHost
            self.maximumConnections = maximumConnections
            self.idleConnectionLifetime = idleConnectionLifetime
            self.closingGrace = closingGrace
            self.userAgent = userAgent
            self.usesProxyFromEnvironment = usesProxyFromEnvironment
        }
    }
}

extension Duration {
    /// Whole milliseconds for libcurl, at least 1 because it reads 0 as "for ever".
    var curlMilliseconds: Int {
        Int(min(max((self / .milliseconds(1)).rounded(.up), 1), Double(Int32.max)))
    }
}
