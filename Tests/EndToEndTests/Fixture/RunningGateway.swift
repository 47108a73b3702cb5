import HTTPClient

/// A gateway that answers, and a client that asks it.
final class RunningGateway: Sendable {
    let process: ServeProcess
    let port: Int
    private let client: HTTPClient

    /// - Parameters:
    ///   - environment: Beside the secrets of the channels.
    ///   - connections: How many the client opens at most.
    static func start(
        _ deployment: Deployment, environment: [String: String] = [:], connections: Int = 8,
        arguments: [String] = []
    ) async throws -> RunningGateway {
        let process = try ServeProcess(
            deployment, environment: Deployment.secrets.merging(environment) { _, own in own },
            arguments: ["--port", "0"] + arguments)
        let port = try await eventually("the port", tries: 6_400) {
            if let code = process.exitCode {
                throw NeverSeen(what: "a gateway; it ended with \(code): \(process.errors)")
            }
            return process.announcedPort
        }
        return try RunningGateway(process, port: port, connections: connections)
    }

    private init(_ process: ServeProcess, port: Int, connections: Int) throws {
        self.process = process
        self.port = port
        client = try HTTPClient(
            settings: HTTPClient.Settings(
                totalTimeout: .seconds(30), maximumConnectionsPerHost: connections, usesProxyFromEnvironment: false))
    }

    /// The address of a page.
    func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

    func ask(
        _ path: String, method: String = "GET", type: String? = nil, headers: [HeaderField] = [], body: [UInt8] = []
    ) async throws -> IncomingResponse {
        let types = type.map { [HeaderField(name: "Content-Type", value: $0)] } ?? []
        return try await client.send(
            OutgoingRequest(
                method: method, url: url(path), headers: types + headers, body: body))
    }

    /// Posts a form as providers do.
    func post(_ path: String, _ form: String, headers: [HeaderField] = []) async throws -> IncomingResponse {
        try await ask(
            path, method: "POST", type: "application/x-www-form-urlencoded", headers: headers, body: Array(form.utf8))
    }

    /// The sum of a counter over the lines whose labels contain a text; 0 when it was never counted.
    func count(_ name: String, _ labels: String = "") async throws -> Int {
        let lines = try await ask("/metrics").text.split(separator: "\n")
        let own = lines.filter { $0.hasPrefix("waymark_\(name)_total{") && $0.contains(labels) }
        return own.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }.reduce(0, +)
    }

    /// Whether it still takes webhooks.
    func isReady() async throws -> Bool {
        try await ask("/readyz").status == 200
    }

    /// Ends it as a service manager does.
    func stop() async throws -> Int {
        process.signal(15)
        return try await process.ended()
    }

    /// Ends it as a power failure does.
    func kill() async throws {
        process.signal(9)
        _ = try await process.ended()
    }
}

extension IncomingResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
}
