import ContentFiles
import Foundation
import Providers
import Telephony
import Testing

/// The provider files of this repository, and channels made of them.
enum ShippedAdapters {
    static let names: [String] = {
        let files = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Config/providers").path)
        return (files ?? []).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
    }()

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func path(_ name: String) -> String { "Config/providers/\(name).yaml" }

    static func source(_ name: String) throws -> String {
        try String(contentsOf: root.appending(path: path(name)), encoding: .utf8)
    }

    /// The adapter with what its file is criticised for.
    static func load(_ name: String) throws -> (adapter: Adapter?, diagnostics: [Diagnostic]) {
        let log = DiagnosticLog()
        let adapter = AdapterFile.load(source: try source(name), file: path(name), log: log)
        return (adapter, log.sorted)
    }

    /// A channel of an adapter with settings that every test may know.
    static func channel(_ name: String, _ change: (inout ChannelEntry) -> Void = { _ in }) throws -> Channel {
        let adapter = try #require(try load(name).adapter)
        var entry = ChannelEntry(id: "test", adapter: adapter)
        entry.country = Country("KE")
        entry.publicBaseURL = "https://sms.example.org"
        let settings = [
            "africastalking-sms": ["username": "sandbox", "api_key": "africa-secret"],
            "twilio": ["account_sid": "AC1", "auth_token": "twilio secret/1"],
            "generic": ["send_url": "http://127.0.0.1/send"],
        ]
        let own = settings[name] ?? [:]
        let needed = adapter.settings.filter { $0.isRequired && $0.standard == .null && own[$0.name] == nil }
        entry.settings = own.map { Datum.Member($0.key, .text($0.value)) }
        entry.settings += needed.map {
            Datum.Member($0.name, .text($0.kind == .url ? "https://x.example" : "secret-\($0.name)"))
        }
        change(&entry)
        return Channel(entry)
    }
}

extension HTTPRequest {
    /// A form posted to a route.
    static func form(_ body: String, to target: String = "/in/test/receive", headers: [HeaderField] = []) -> HTTPRequest
    {
        HTTPRequest(
            method: "POST", target: target,
            headers: [HeaderField("Content-Type", "application/x-www-form-urlencoded")] + headers,
            body: Array(body.utf8))
    }

    /// JSON posted to a route.
    static func json(_ body: String, to target: String = "/in/test/receive") -> HTTPRequest {
        HTTPRequest(
            method: "POST", target: target, headers: [HeaderField("Content-Type", "application/json")],
            body: Array(body.utf8))
    }
}

extension HTTPAnswer {
    var text: String { String(decoding: body, as: UTF8.self) }
}

extension Reception {
    /// The events; empty when the request was refused.
    var events: [Event] { if case .events(let events, _) = self { events } else { [] } }
    var rejection: Rejection? { if case .rejected(let rejection) = self { rejection } else { nil } }
    var exchange: Exchange? { if case .events(_, let exchange) = self { exchange } else { nil } }
}
