import ContentFiles
import Conversation
import Evidence
import Expressions
import Foundation
import Testing

@testable import Gateway

/// Labels are the operator's own words, and may hold anything.
struct ResultRowTests {
    private static let hostile = [
        "=cmd|' /C calc'!A0", "a,b", "he said \"no\"\r\nand left", "\u{0}\u{7F}\u{2028}", "+1", "💰",
    ]

    @Test(arguments: hostile) func `whatever an answer is called, a row stays one row`(word: String) throws {
        let menu = Menu(
            text: LocalizedText(id: "x", versions: [Template(literal: "Which?")]),
            options: [
                Option(
                    number: 1, label: LocalizedText(id: "y", versions: [Template(literal: word)]), words: [],
                    value: word,
                    go: .end)
            ], save: nil, retry: [], otherwise: nil)
        #expect(menu.word(for: menu.options[0]) == word)
        let json = JSONText.quoted(word)
        #expect(!json.contains("\n") && !json.contains("\r"))
        let read = try JSONSerialization.jsonObject(with: Data("[\(json)]".utf8)) as? [String]
        #expect(read == [word])
        let line = SpreadsheetLine(["a", word, "b"]).text
        #expect(line.hasPrefix("a,") && line.hasSuffix(",b\r\n"))
        #expect(!line.dropFirst(2).hasPrefix("=") && !line.dropFirst(2).hasPrefix("+"))
    }
}
