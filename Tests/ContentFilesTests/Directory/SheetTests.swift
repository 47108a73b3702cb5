import Foundation
import TestSupport
import Testing

@testable import ContentFiles

/// Tables as spreadsheet programs write them.
struct SheetTests {
    private func rows(_ bytes: [UInt8], _ encoding: SheetEncoding? = nil) throws -> [[String]] {
        var reader = try Sheet(bytes, file: "t.csv", encoding: encoding).reader(DiagnosticLog())
        var rows: [[String]] = []
        while let fields = reader.next() { rows.append(fields.map(\.text)) }
        return rows
    }

    private static let text = "id,名称\n1,深圳\"\"\n"
    /// The same text in GB 18030, as `iconv` writes it.
    private static let gb: [UInt8] =
        Array("id,".utf8) + [0xC3, 0xFB, 0xB3, 0xC6] + Array("\n1,".utf8) + [0xC9, 0xEE, 0xDB, 0xDA]
        + Array("\"\"\n".utf8)

    private static let marked: [UInt8] = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    private static let little: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    private static let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }

    private static let written: [(bytes: [UInt8], encoding: SheetEncoding)] = [
        (Array(text.utf8), .utf8), (marked, .utf8), (little, .utf16), (big, .utf16), (gb, .gb18030),
    ]

    @Test(arguments: written)
    func `the encoding is found`(bytes: [UInt8], encoding: SheetEncoding) throws {
        #expect(try Sheet(bytes, file: "t.csv").encoding == encoding)
        #expect(try rows(bytes) == [["id", "名称"], ["1", "深圳\"\""]])
    }

    @Test func `an encoding can be said`() throws {
        #expect(try rows([0x61, 0xE9, 0x0A], .windows1252) == [["aé"]])
        #expect(try rows([0x61, 0x00, 0x2C, 0x00, 0x62, 0x00], .utf16) == [["a", "b"]])
    }

    @Test(
        arguments: [
            ([0x50, 0x4B, 0x03, 0x04, 0x14], nil, "workbook"), ([0x61, 0x00, 0x62], nil, "CSV UTF-8"),
            ([0x61, 0xFF, 0xFF, 0x0A], nil, "CSV UTF-8"), ([0x61, 0xE9, 0x0A], .utf8, "utf-8"),
        ] as [([UInt8], SheetEncoding?, String)])
    func `what is no text is refused with a way to mend it`(bytes: [UInt8], encoding: SheetEncoding?, word: String) {
        do {
            _ = try Sheet(bytes, file: "t.csv", encoding: encoding)
            Issue.record("it was read")
        } catch {
            #expect(error.message.contains(word) && error.message.contains("t.csv"))
        }
    }

    @Test(
        arguments: [
            ("a,b\n1,\"2;3\"\n", Sheet.Separator.comma, [["a", "b"], ["1", "2;3"]]),
            ("a;b\n1,5;2\n", .semicolon, [["a", "b"], ["1,5", "2"]]),
            ("a\tb\n1\t\t\n", .tab, [["a", "b"], ["1", "", ""]]), ("a\n1\n", .comma, [["a"], ["1"]]),
            ("\"a;b\";c;d\n1;2;3\n", .semicolon, [["a;b", "c", "d"], ["1", "2", "3"]]),
            ("sep=;\r\na;b,c\r\n1;2\r\n", .semicolon, [["a", "b,c"], ["1", "2"]]),
            ("\u{FEFF}sep=,\na,b\n", .comma, [["a", "b"]]), ("sep=,", .comma, []),
        ] as [(String, Sheet.Separator, [[String]])])
    func `the separator is found`(text: String, separator: Sheet.Separator, expected: [[String]]) throws {
        #expect(try Sheet(Array(text.utf8), file: "t.csv").separator == separator)
        #expect(try rows(Array(text.utf8)) == expected)
    }

    @Test(arguments: 0..<100) func `no bytes are too odd`(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let alphabet: [UInt8] = [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D, 0x61, 0xC9, 0xEE, 0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0]
        let bytes = (0..<60).map { _ in alphabet[Int.random(in: alphabet.indices, using: &random)] }
        for encoding in SheetEncoding.allCases.map(Optional.some) + [nil] {
            guard let sheet = try? Sheet(bytes, file: "t.csv", encoding: encoding) else { continue }
            var reader = sheet.reader(DiagnosticLog())
            var count = 0
            while reader.next() != nil { count += 1 }
            #expect(count <= bytes.count)
        }
    }
}
