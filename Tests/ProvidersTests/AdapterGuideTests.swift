import Foundation
import Providers
import Testing

/// The guide for who writes a provider file names what there is.
struct AdapterGuideTests {
    private static let words: [(kind: String, names: [String])] = [
        ("a filter", Filter.names), ("an answer", AnswerRule.Kind.allCases.map(\.rawValue)),
        ("a status", Report.Status.allCases.map(\.rawValue)),
        ("a failure", ResponseRule.Failure.Kind.allCases.map(\.rawValue)),
        ("a way to read an answer", ResponseRule.Format.allCases.map(\.rawValue)),
        ("a way to read a request", PayloadFormat.allCases.map(\.rawValue)),
        ("a type of setting", SettingDeclaration.Kind.allCases.map(\.rawValue)),
        ("a signature", CloudSignature.allCases.map(\.rawValue)),
        ("the end of a session", HangUp.Reason.allCases.map(\.rawValue)),
        ("a first input", USSDRule.FirstInput.allCases.map(\.rawValue)),
    ]

    @Test(arguments: words.indices)
    func `it names every word of the language`(index: Int) throws {
        let path = ShippedAdapters.root.appending(path: "Config/README.md")
        let marked = try String(contentsOf: path, encoding: .utf8).split(
            separator: "`", omittingEmptySubsequences: false)
        let isWord = { (character: Character) in character.isLetter || character.isNumber || character == "_" }
        // Every second piece stands between two marks.
        let known = Set(
            stride(from: 1, to: marked.count, by: 2).flatMap { marked[$0].split { !isWord($0) }.map(String.init) })
        for name in Self.words[index].names {
            #expect(known.contains(name), "\(Self.words[index].kind): \(name)")
        }
    }

    @Test func `a word of a report that its file does not know is unknown, as the guide says`() throws {
        for (otherwise, status) in [("", "unknown"), (", otherwise: failed", "failed"), (", otherwise: ignore", nil)] {
            let channel = try Channel.trying(
                """
                adapter: x
                kind: sms
                routes: {status: {status: {id: "${.id}", value: "${.s}", map: {D: delivered}\(otherwise)}}}
                send: {request: {url: "https://x.example"}}
                """)
            let event = channel.receive(.form("id=1&s=X"), route: "status", at: .test).events.first
            #expect(event?.json["status"].text == status)
        }
    }
}
