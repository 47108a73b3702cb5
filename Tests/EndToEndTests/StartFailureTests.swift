import TestSupport
import Testing

/// A gateway that cannot start says in a sentence what is wrong and where.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct StartFailureTests {
    @Test func `a broken pack is shown with file, line and column`() async throws {
        let deployment = try Deployment()
        try deployment.write("steps:\n  a:\n    say: Hello\n    go: nowhere\n", to: "Flows/sample/help.yaml")
        let errors = try await refusal(of: deployment, code: 1)
        #expect(errors.contains("/Flows/sample/help.yaml:4:9: error: "))
        #expect(errors.split(separator: "\n").allSatisfy { $0.contains(".yaml:") || $0.contains(".po:") })
    }

    @Test(arguments: [
        ("colour: blue", "colour"), ("server: { prot: 80 }", "server.prot"), ("server: { port: many }", "server.port"),
        ("server: { idle_timeout: 0 }", "server.idle_timeout"), ("log: { level: loud }", "log.level"),
        ("server: [", "YAML"),
        ("server: { proxies: 127.0.0.1 }\napi: { access: anywhere }", "'console.url' does not say"),
        ("api: { access: everybody }", "api.access"), ("api: { requests: 0 }", "api.requests"),
    ])
    func `a wrong setting is named with its place`(settings: String, name: String) async throws {
        let deployment = try Deployment(settings: settings + "\n")
        let sentence = try await sentence(of: deployment)
        #expect(sentence.contains(name) && sentence.contains("/Config/waymark.yaml:"))
    }

    @Test func `a text channel that does not exist is named`() async throws {
        let sentence = try await sentence(of: Deployment(settings: "messages: { channel: nowhere }\n"))
        #expect(sentence.contains("messages.channel") && sentence.contains("nowhere"))
    }

    @Test(arguments: ["WAYMARK_SERVER_PORT", "WAYMARK_SERVER_BODY_LIMIT", "WAYMARK_LOG_LEVEL", "WAYMARK_KEY"])
    func `a wrong variable is named`(name: String) async throws {
        let sentence = try await sentence(of: Deployment(), environment: [name: "plenty"])
        #expect(sentence.contains(name) && !sentence.contains("fatal"))
    }

    @Test(arguments: ["70000", "-1", "many"])
    func `a port that cannot be is refused`(port: String) async throws {
        let errors = try await refusal(of: Deployment(), arguments: ["--port=\(port)"], code: 2)
        #expect(errors.contains("port") && errors.contains(port))
    }

    @Test(arguments: [("API_KEY", 1), ("PATH_TOKEN", 2)])
    func `a missing secret is named once for each channel that needs it`(name: String, count: Int) async throws {
        let errors = try await refusal(of: Deployment(), environment: [name: ""], code: 2)
        let lines = errors.split(separator: "\n")
        #expect(lines.count == count)
        #expect(lines.allSatisfy { $0.contains("/Config/channels.yaml:") && $0.contains(name) })
    }

    @Test func `a port that another program uses is told`() async throws {
        let other = try LoopbackServer()
        let sentence = try await sentence(of: Deployment(), arguments: ["--port=\(other.port)"])
        #expect(sentence.contains("127.0.0.1:\(other.port)") && sentence.contains("another program"))
    }

    @Test func `a data folder below a file is told`() async throws {
        let deployment = try Deployment()
        try deployment.write("a file", to: "file")
        let sentence = try await sentence(of: deployment, data: deployment.folder + "/file/Data")
        #expect(sentence.contains(deployment.folder + "/file/Data"))
    }

    @Test(.needsFile) func `a file that is no database is told`() async throws {
        let deployment = try Deployment()
        try deployment.write(String(repeating: "not a database ", count: 100), to: "Data/waymark.sqlite")
        #expect(try await sentence(of: deployment).contains("waymark.sqlite is not a database"))
    }

    @Test func `a database with another key is not opened`() async throws {
        let deployment = try await used()
        let other = ["WAYMARK_KEY": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="]
        #expect(try await sentence(of: deployment, environment: other).contains("key"))
    }

    @Test func `a database of a newer version is not opened`() async throws {
        let deployment = try await used()
        try deployment.execute("INSERT INTO \(deployment.place.migrations) VALUES ('999 the future')")
        #expect(try await sentence(of: deployment).contains("newer version"))
    }

    @Test(.needsFile) func `another program's database is not opened`() async throws {
        let deployment = try Deployment()
        try deployment.write("", to: "Data/waymark.sqlite")
        try deployment.execute("CREATE TABLE theirs (id)")
        #expect(try await sentence(of: deployment).contains("another program's database"))
    }

    /// A deployment whose database holds a person.
    private func used() async throws -> Deployment {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254777000001")
        _ = try await phone.dial(on: gateway)
        #expect(try await gateway.stop() == 0)
        return deployment
    }

    /// The one sentence of a start that ends with 2.
    private func sentence(
        of deployment: Deployment, environment: [String: String] = [:], data: String? = nil, arguments: [String] = []
    ) async throws -> String {
        let errors = try await refusal(
            of: deployment, environment: environment, data: data, arguments: arguments, code: 2)
        #expect(errors.split(separator: "\n").count == 1)
        return errors
    }

    /// What a start that fails prints to standard error.
    private func refusal(
        of deployment: Deployment, environment: [String: String] = [:], data: String? = nil,
        arguments: [String] = [], code: Int
    ) async throws -> String {
        let usual = Deployment.secrets.merging(["WAYMARK_SERVER_PORT": "0"]) { $1 }
        let process = try ServeProcess(
            deployment, environment: usual.merging(environment) { $1 }, data: data,
            arguments: arguments)
        let ending: Int? = try await eventually("an end or a start") {
            process.exitCode ?? (process.announcedPort == nil ? nil : 0)
        }
        #expect(ending == code, "\(process.errors)")
        #expect(!process.errors.contains("Stack dump") && !process.errors.contains("Fatal error"))
        return process.errors
    }
}
