import HTTPClient

extension HTTPClient.Settings {
    /// Settings for a loopback peer, whatever proxy the machine has.
    static func loopback(
        connectTimeout: Duration = .seconds(5),
        totalTimeout: Duration = .seconds(15),
        maximumResponse: Int = 1 << 20,
        maximumConnectionsPerHost: Int = 32,
        closingGrace: Duration = .seconds(5)
    ) -> Self {
        Self(
            connectTimeout: connectTimeout,
            totalTimeout: totalTimeout,
            maximumResponse: maximumResponse,
            maximumConnectionsPerHost: maximumConnectionsPerHost,
            // Longer than any run of the tests: on a busy machine minutes can pass between two requests of one test.
            idleConnectionLifetime: .seconds(3_600),
            closingGrace: closingGrace,
            usesProxyFromEnvironment: false
        )
    }
}

extension HTTPClient {
    /// The fault of a request that must have one; nil when it got an answer.
    func fault(of request: OutgoingRequest) async -> HTTPFault? {
        do {
            _ = try await send(request)
            return nil
        } catch {
            return error
        }
    }
}
