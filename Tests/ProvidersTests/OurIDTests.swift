import ContentFiles
import Expressions
import Providers
import Testing

/// Which id of ours a provider is given, and which its reports name.
struct OurIDTests {
    /// What `waymark check` says of the examples of a provider that splits messages after two letters.
    private static func differences(sending id: String, _ example: String) throws -> [String] {
        let log = DiagnosticLog()
        let source = """
            adapter: x
            kind: sms
            routes:
              status: {parse: form, status: {id: "${.id}", our_id: "${.ref}", value: "${.s}", map: {D: delivered}}}
            send:
              split: {max: 2}
              request: {url: "https://x.example", form: {text: "${msg.part}", ref: "\(id)"}}
            examples:
              - name: a
                \(example)
            """
        let adapter = try #require(AdapterFile.load(source: source, file: "x.yaml", log: log), "\(log.sorted)")
        return AdapterExamples.run(adapter).map(\.message)
    }

    @Test(arguments: [
        ("${msg.id}", "7", "7"), ("${msg.part_id}", "7", "7.2"), ("-${msg.part_id | base64 | lower}", "", ""),
        ("7", "", ""), ("x/${msg.id}.1", "7", "7"),
    ])
    func `an example tells which id of ours a request carries`(sent: String, first: String, second: String) throws {
        let message = "message: {id: \"7\", to: \"+254711000007\", text: \"7777\"}\n    "
        let expected = { (first: String, second: String) in
            "expect: {requests: [{our_id: \"\(first)\"}, {our_id: \"\(second)\"}]}"
        }
        #expect(try Self.differences(sending: sent, message + expected(first, second)) == [])
        #expect(
            try Self.differences(sending: sent, message + expected("8", second)) == [
                "example 'a': requests.0.our_id is '\(first)', not '8'"
            ])
    }

    @Test(arguments: [("id=p&ref=7", "p", "7"), ("ref=7.2", "7.2", "7.2"), ("id=p", "p", "")])
    func `an example tells both ids of a report`(form: String, id: String, ourID: String) throws {
        let request = "request: \"POST /in/x/status HTTP/1.1\\n\\n\(form)&s=D\"\n    "
        let expected = { (ourID: String) in
            "expect: {events: [{kind: report, id: \"\(id)\", our_id: \"\(ourID)\"}]}"
        }
        #expect(try Self.differences(sending: "", request + expected(ourID)) == [])
        #expect(
            try Self.differences(sending: "", request + expected("8")) == [
                "example 'a': events.0.our_id is '\(ourID)', not '8'"
            ])
    }

    @Test(arguments: ShippedAdapters.names)
    func `a file whose reports name our id shows that it is sent and read back`(name: String) throws {
        let adapter = try #require(try ShippedAdapters.load(name).adapter)
        let rules = adapter.routes.flatMap(\.cases).compactMap { item in
            if case .status(let rule) = item.rule { rule } else { nil }
        }
        guard rules.contains(where: { $0.ourID != .nothing }) else { return }
        let sent = adapter.examples.filter { example in
            guard case .message(let message) = example.input else { return false }
            return String(decoding: JSON.write(example.expected), as: UTF8.self).contains(#""our_id":"\#(message.id)""#)
        }
        #expect(!sent.isEmpty)
        let told = adapter.examples.filter { example in
            guard case .request = example.input else { return false }
            return String(decoding: JSON.write(example.expected), as: UTF8.self).contains(#""our_id":""#)
        }
        #expect(!told.isEmpty)
    }
}
