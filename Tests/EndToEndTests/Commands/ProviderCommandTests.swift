import Foundation
import Testing

struct ProviderCommandTests {
    private static let files: [String: String] = .post.merging([
        "settings.json": #"{"key": "s3cret"}"#,
        "good.http": request("key=s3cret&id=7&from=%2B254711000001&text=hi"),
        "forged.http": request("key=wrong&id=7&from=%2B254711000001&text=hi"),
        "anonymous.http": request("key=s3cret&id=7&text=hi"),
        "hop.http": "POST /in/dial/session HTTP/1.1\nContent-Type: application/x-www-form-urlencoded\n\n"
            + "session=a&from=%2B254711000001&text=1\n",
        "message.json": #"{"id": "1", "to": "+254711000001", "text": "Hello"}"#,
        "taken.http": "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"id\": \"m9\"}\n",
        "busy.http": "HTTP/1.1 503 Service Unavailable\nRetry-After: 30\n\n",
    ]) { $1 }

    private static func request(_ body: String) -> String {
        "POST /in/post/receive HTTP/1.1\nHost: x.example\nContent-Type: application/x-www-form-urlencoded\n\n\(body)\n"
    }

    private func run(_ arguments: String...) throws -> Binary.Run {
        try Workspace(Self.files).run(["provider"] + arguments)
    }

    @Test func `adapters are listed with what they support and their source`() throws {
        let run = try run("list")
        #expect(run.lines.contains("post  sms  receives messages, answers at once, sends, signed"))
        #expect(run.lines.contains("      source: our own convention"))
        let list = try #require(try self.run("list", "--json").json?["adapters"] as? [[String: Any]])
        #expect(list.map { $0["name"] as? String } == ["dial", "post"])
    }

    @Test func `an adapter is shown with its settings and routes`() throws {
        let run = try run("show", "post")
        #expect(run.lines.contains("setting   key: secret, required"))
        #expect(run.lines.contains { $0.hasPrefix("route     /in/CHANNEL/receive: ") && $0.hasSuffix("proof: token") })
    }

    @Test func `a request gives its events and the response`() throws {
        let run = try run("receive", "post", "--request", "good.http", "--settings", "settings.json")
        #expect(
            run.output == #"{"events":[{"kind":"message","id":"7","from":"+254711000001","text":"hi"}],"#
                + #""response":{"status":200,"headers":{"Content-Type":"text/plain; charset=utf-8"},"body":"taken"}}"#
                + "\n")
        #expect(run.code == 0)
    }

    @Test(arguments: [
        ("forged.http", "signature", 403), ("anonymous.http", "field", 400), ("hop.http", "signature", 403),
    ])
    func `a request that is refused says why`(_ file: String, _ reason: String, _ status: Int) throws {
        let run = try run("receive", "post", "--request", file, "--settings", "settings.json")
        #expect((run.json?["rejected"] as? [String: String])?["reason"] == reason)
        #expect((run.json?["response"] as? [String: Any])?["status"] as? Int == status)
    }

    @Test(arguments: [(["--end"], "END Hello"), ([], "CON Hello")])
    func `an answer is a raw response`(_ more: [String], _ body: String) throws {
        let arguments = ["provider", "answer", "dial", "--request", "hop.http", "--text", "Hello"] + more
        let run = try Workspace(Self.files).run(arguments)
        #expect(run.output.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(run.output.hasSuffix("\r\nContent-Length: 9\r\n\r\n\(body)"))
        #expect(run.code == 0)
    }

    @Test func `a message is a raw request`() throws {
        let run = try run("send", "post", "--message", "message.json", "--settings", "settings.json")
        #expect(
            run.output
                == "POST /send HTTP/1.1\r\nHost: post.example\r\nX-Key: s3cret\r\nContent-Type: application/json\r\n"
                + "Content-Length: 37\r\n\r\n" + #"{"to":"+254711000001","text":"Hello"}"#)
        let hidden = try self.run(
            "send", "post", "--message", "message.json", "--settings", "settings.json", "--redact")
        #expect(hidden.output.contains("X-Key: ***\r\n"))
        #expect(!hidden.output.contains("s3cret"))
    }

    @Test(arguments: [
        ("taken.http", #"{"outcome":"accepted","id":"m9"}"#),
        ("busy.http", #"{"outcome":"retry","code":"503","after":30}"#),
    ])
    func `a response is read as an outcome`(_ file: String, _ outcome: String) throws {
        let run = try run(
            "send", "post", "--message", "message.json", "--settings", "settings.json", "--response", file)
        #expect(run.output == outcome + "\n")
    }

    @Test func `a message that makes no request is said and why`() throws {
        var files = Self.files
        files["Config/providers/post.yaml"] = files["Config/providers/post.yaml"]?.replacing(
            "to: \"${msg.to}\"", with: "to: \"${msg.to | phone}\"")
        files["code.json"] = #"{"to": "21512", "text": "Hello"}"#
        let arguments = ["provider", "send", "post", "--message", "code.json", "--settings", "settings.json"]
        let run = try Workspace(files).run(arguments)
        #expect(run.code == 1 && run.output.isEmpty)
        #expect(run.errors.contains("makes no request of this message: msg.to is not a phone number"))
    }

    @Test func `a token is fetched first, and a response may answer a later step`() throws {
        var files = Self.files
        files["Config/providers/post.yaml"] = """
            adapter: post
            kind: sms
            routes: {receive: {ignore: all}}
            send:
              token:
                request: {url: "https://post.example/token", form: {at: "${now.rfc3339}"}}
                response: {parse: json, value: "${resp.token}"}
              steps:
                - {request: {url: "https://post.example/one"}}
                - request: {url: "https://post.example/two", headers: {X-Token: "${token}"}}
                  response: {parse: json, id: "${resp.id}"}
            """
        let arguments = ["provider", "send", "post", "--message", "message.json", "--at", "2026-05-02 09:00"]
        let run = try Workspace(files).run(arguments)
        #expect(run.output.matches(of: /POST \/(\w+) HTTP/).map { String($0.1) } == ["token", "one", "two"])
        #expect(run.output.contains("at=2026-05-02T09%3A00%3A00Z"))
        let list = try Workspace(files).run(arguments + ["--json"]).json
        #expect((list?["token_request"] as? [String: Any])?["url"] as? String == "https://post.example/token")
        #expect((list?["requests"] as? [Any])?.count == 2)
        let taken = try Workspace(files).run(arguments + ["--response", "taken.http", "--step", "2"])
        #expect(taken.output == #"{"outcome":"accepted","id":"m9"}"# + "\n")
        let beyond = try Workspace(files).run(arguments + ["--response", "taken.http", "--step", "3"])
        #expect(beyond.code == 2 && beyond.errors.contains("has no step 3: it has 2"))
    }

    @Test func `a proof that cannot hold is told beside the refusal`() throws {
        let run = try run("receive", "post", "--request", "good.http")
        #expect((run.json?["rejected"] as? [String: String])?["reason"] == "signature")
        #expect(run.errors.contains("the proof cannot hold without the setting 'key'"))
    }

    @Test(arguments: [
        (["show", "pots"], "did you mean 'post'?"),
        (["show", "post", "--config", "Nowhere"], "there is no folder 'Nowhere/providers'"),
        (["send", "post", "--message", "message.json"], "needs the setting 'key'"),
        (["send", "dial", "--message", "message.json"], "cannot send"),
        (["send", "post", "--message", "good.http", "--settings", "settings.json"], "must be a JSON object"),
        (["send", "post", "--message", "settings.json", "--settings", "settings.json"], "needs 'to' and 'text'"),
        (["receive", "post", "--request", "settings.json"], "is no HTTP request"),
        (["receive", "post", "--request", "nothing.http"], "there is no file 'nothing.http'"),
        (["receive", "post", "--request", "good.http", "--settings", "message.json"], "has no setting 'id'"),
    ])
    func `wrong use is one sentence`(_ arguments: [String], _ sentence: String) throws {
        let run = try Workspace(Self.files).run(["provider"] + arguments)
        #expect(run.code == 2)
        #expect(run.errors.contains(sentence))
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(run.output.isEmpty)
    }
}
