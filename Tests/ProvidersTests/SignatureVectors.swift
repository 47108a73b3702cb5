import ContentFiles
import Foundation
import Providers
import Testing

/// One published signature; see the file's own note on its sources.
struct SignatureVector: Sendable, CustomTestStringConvertible {
    let id: String
    let all: Datum
    var testDescription: String { id }

    var scheme: String { self["scheme"] }
    var secret: String { self["secret"] }
    var url: String { self["url"] }
    var body: [UInt8] { Array((all["body"].text ?? all["payload"].text ?? "").utf8) }
    var expected: String { self["expected"] }
    var isValid: Bool { all["valid"] == .flag(true) }
    var fields: [Datum.Member] { Self.fields(all["params"]) }

    subscript(key: String) -> String { all[key].text ?? "" }

    static func fields(_ value: Datum) -> [Datum.Member] {
        guard case .object(let members) = value else { return [] }
        return members.flatMap { member in
            if case .list(let values) = member.value { values.map { Datum.Member(member.key, $0) } } else { [member] }
        }
    }

    /// The vectors of a file, of all schemes or some.
    static func load(_ file: String, _ schemes: String...) -> [SignatureVector] {
        let path = ShippedAdapters.root.appending(path: "Tests/ProvidersTests/Fixtures/\(file).json")
        guard let bytes = try? Data(contentsOf: path), let root = JSON.read(Array(bytes)),
            case .list(let elements) = root["vectors"]
        else { return [] }
        return elements.map { SignatureVector(id: $0["id"].text ?? "", all: $0) }
            .filter { schemes.isEmpty || schemes.contains($0.scheme) }
    }
}

extension Channel {
    /// A channel of an adapter that stands in a test.
    static func trying(_ source: String, settings: [String: String] = [:], base: String? = nil) throws -> Channel {
        let log = DiagnosticLog()
        let loaded = AdapterFile.load(source: source, file: "x.yaml", log: log)
        let adapter = try #require(loaded, "\(log.sorted)")
        var entry = ChannelEntry(id: "x", adapter: adapter)
        entry.settings = settings.map { Datum.Member($0.key, .text($0.value)) }
        entry.publicBaseURL = base
        return Channel(entry)
    }
}
