import Foundation
import Telephony
import Testing

struct GSM7Tests {
    struct Tables: Decodable {
        let alphabet: [String: String]
        let extensions: [String: String]

        enum CodingKeys: String, CodingKey {
            case alphabet = "default_alphabet"
            case extensions = "default_extension"
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            alphabet = try container.decode([String: String].self, forKey: .alphabet)
            extensions = try container.decode([String: String].self, forKey: .extensions)
        }

        static func read() throws -> Tables {
            let url = try #require(Bundle.module.url(forResource: "Fixtures/gsm_tables", withExtension: "json"))
            return try JSONDecoder().decode(Tables.self, from: Data(contentsOf: url))
        }
    }

    @Test func `the default alphabet is the published one, both ways`() throws {
        let table = try Tables.read().alphabet
        #expect(table.count == 128)
        for (key, character) in table {
            let septet = try #require(UInt8(key, radix: 16))
            if septet == 0x1B {
                #expect(GSM7.encode(character) == nil, "the escape is no character")
                continue
            }
            #expect(GSM7.decode([septet]) == character)
            #expect(GSM7.encode(character) == [septet])
            #expect(GSM7.septets(character) == 1)
        }
    }

    @Test func `the extension table is the published one, both ways`() throws {
        let table = try Tables.read().extensions
        #expect(table.count == 11)
        for (key, character) in table {
            let septet = try #require(UInt8(key, radix: 16))
            #expect(GSM7.decode([0x1B, septet]) == character)
            if character == "\n" { continue }  // Written with the default alphabet's own line break.
            #expect(GSM7.encode(character) == [0x1B, septet])
            #expect(GSM7.septets(character) == 2)
        }
    }

    @Test func `no other scalar is GSM-7`() throws {
        let tables = try Tables.read()
        let known = Set((Array(tables.alphabet.values) + tables.extensions.values).flatMap(\.unicodeScalars))
        for value in UInt32(0)...0x1_1000 {
            guard let scalar = Unicode.Scalar(value), !known.contains(scalar) else { continue }
            if GSM7.septets(String(scalar)) != nil { Issue.record("U+\(String(value, radix: 16))") }
        }
    }

    @Test func `an escape that means nothing is shown as the standard says`() {
        #expect(GSM7.decode([0x1B, 0x41]) == "A")
        #expect(GSM7.decode([0x1B, 0x1B, 0x41]) == " A")
        #expect(GSM7.decode([0x41, 0x1B]) == "A ")
        #expect(GSM7.decode([0x80 | 0x41]) == "A")
    }

    @Test func `any GSM-7 text comes back from its septets`() {
        for text in RandomText.many(400, upTo: 200, seed: 1) {
            guard let septets = GSM7.encode(text) else {
                #expect(GSM7.septets(text) == nil)
                continue
            }
            #expect(GSM7.septets(text) == septets.count)
            #expect(GSM7.decode(septets) == text)
        }
    }

    @Test(arguments: [
        ("“Don’t” – stop…", "\"Don't\" - stop..."), ("a\u{A0}b\u{200B}c", "a bc"), ("Hello，world！", "Hello,world!"),
        ("cafe\u{301}", "café"), ("Ｎｏ．５", "No.5"), ("plain", "plain"), ("A\u{30A}", "Å"),
    ])
    func `typography becomes plain where that makes GSM-7`(text: String, plain: String) {
        let replaced = GSM7.replacing(text)
        #expect(Array(replaced.unicodeScalars) == Array(plain.unicodeScalars))
        #expect(GSM7.septets(replaced) != nil)
    }

    @Test(arguments: ["ça – va", "工资，欠薪", "“ж”", "ẹ – e", "naïve…", "1️⃣ – 2"])
    func `a text that stays UCS-2 keeps its letters and its typography`(text: String) {
        #expect(GSM7.replacing(text) == text)
    }
}
