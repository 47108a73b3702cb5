import ContentFiles
import Conversation
import Delivery
import Foundation
import Storage
import Testing

@testable import Web

/// The words that the API's description allows are those of the code.
struct APIWordsTests {
    @Test(arguments: [
        ("Problem.properties.code", APIProblem.Code.allCases.map(\.rawValue)),
        ("SessionState", ["open"] + Outcome.allCases.map(\.rawValue)),
        ("Deed", DeedWord.allCases.map(\.rawValue)), ("Sight", Sight.allCases.map(\.rawValue)),
        ("CaseOutcome", CaseOutcome.allCases.map(\.rawValue)),
        ("MessageState", MessageState.allCases.map(\.rawValue)),
        ("Channel.properties.health", ChannelHealth.State.allCases.map(\.rawValue)),
    ])
    func `a schema has every word that the code has, and no other`(path: String, words: [String]) throws {
        let listed = try Self.enumeration("components.schemas." + path)
        #expect(Set(listed) == Set(words) && listed.count == words.count)
    }

    /// The words that stand at a place of `Config/openapi.yaml`.
    private static func enumeration(_ path: String) throws -> [String] {
        let file = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Config/openapi.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        var place = try #require(YAML.read(text, file: "openapi.yaml", log: DiagnosticLog()))
        for key in (path + ".enum").split(separator: ".").map(String.init) {
            place = try #require(place.entries?.first { $0.key == key }?.value, "\(path)")
        }
        return (place.elements ?? []).compactMap(\.text)
    }
}
