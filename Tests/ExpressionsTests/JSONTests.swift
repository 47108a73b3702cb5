import Expressions
import FoundationEssentials
import TestSupport
import Testing

struct JSONTests {
    @Test(arguments: [
        ("[1, 2.50, -3e2, 1E-2]", "[1,2.5,-300,0.01]"), (#"{"a": {"b": []}, "c": {}}"#, #"{"a":{"b":[]},"c":{}}"#),
        (#"{"a":1,"a":2}"#, #"{"a":2}"#), (#""\u00e9\ud83d\ude00\n\/""#, #""é😀\n/""#), (" true ", "true"),
        ("null", "null"),
        (#""\u0001\ud800x""#, "\"\\u0001\u{FFFD}x\""),
    ])
    func `JSON is read and printed`(text: String, printed: String) throws {
        #expect(try Value.parse(json: text).json == printed)
    }

    @Test(arguments: [
        ("", 0, "a value is missing"), ("[1,]", 3, "this is no value"), ("[1 2]", 3, "expected , or ]"),
        ("{a:1}", 1, "expected a key"),
        ("{\"a\" 1}", 5, "expected :"), ("01", 0, "this is no value"), ("1 x", 2, "something follows the value"),
        ("\"a", 2, "the text is not closed"),
        ("\"\\x\"", 3, "an unknown escape"), ("nul", 0, "this is no value"), ("1.", 2, "a digit is missing"),
        ("1e999", 0, "the number is too long"), ("\"\\u12\"", 3, "\\u needs four hexadecimal digits"),
        (String(repeating: "[", count: 100), 64, "lists and objects are too deep in each other"),
    ])
    func `what is no JSON has its place`(text: String, offset: Int, message: String) {
        let fault = #expect(throws: JSONFault.self) { try Value.parse(json: text) }
        #expect(fault?.message == message)
        #expect(fault?.offset == offset)
    }

    @Test func `a value is printed with its type`() {
        #expect(Value.number(Decimal(1)).typedJSON() == #"{"type":"number","value":1,"text":"1"}"#)
        #expect(value("2026-03").typedJSON() == #"{"type":"month","value":"2026-03","text":"2026-03"}"#)
        #expect(value("1 / 0").typedJSON() == #"{"error":"a number cannot be divided by zero"}"#)
        #expect(value("fact").typedJSON() == #"{"type":"unknown","value":null,"text":""}"#)
        #expect(value("now").typedJSON(utcOffset: 3_600).contains("2026-03-15T11:30:00+01:00"))
    }

    @Test func `values come back from JSON as they were`() throws {
        var random = SplitMix64(seed: 7)
        for _ in 0..<2_000 {
            let value = randomValue(depth: 3, &random)
            #expect(try Value.parse(typedJSON: value.typedJSON()) == value)
            let plain = try Value.parse(json: value.json)
            #expect(plain.json == value.json)
        }
    }

    @Test func `random bytes never stop the parser`() {
        var random = SplitMix64(seed: 8)
        let alphabet = Array("{}[]\",:0123456789.eE-\\utrfalsn \n\u{1}é".utf8)
        var parsed = 0
        for _ in 0..<20_000 {
            let length = Int.random(in: 0...24, using: &random)
            let bytes = (0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
            guard let value = try? Value.parse(json: String(decoding: bytes, as: UTF8.self)) else { continue }
            parsed += 1
            #expect((try? Value.parse(json: value.json)) != nil)
        }
        #expect(parsed > 0)
    }

    private func randomValue(depth: Int, _ random: inout SplitMix64) -> Value {
        switch Int.random(in: 0..<(depth > 0 ? 12 : 10), using: &random) {
        case 0: .text(["", "a\"b", "é😀\n", "2026-03", "\u{1}"].randomElement(using: &random) ?? "")
        case 1: .number(Decimal(Int.random(in: -1_000_000...1_000_000, using: &random)) / 1_000)
        case 2: .boolean(.random(using: &random))
        case 3: .null
        case 4: .unknown
        case 5: .month(month("2026-03"))
        case 6: CalendarDate(daysSinceEpoch: .random(in: -700_000...2_000_000, using: &random)).map(Value.date) ?? .null
        case 7: .datetime(Timestamp(milliseconds: .random(in: -1_000_000_000_000...4_000_000_000_000, using: &random)))
        case 8:
            .duration(
                Span(months: .random(in: 0...50, using: &random), seconds: .random(in: 0...999_999, using: &random)))
        case 9: TimeOfDay(hour: 9, minute: 5, second: .random(in: 0...59, using: &random)).map(Value.time) ?? .null
        case 10: .list((0..<3).map { _ in randomValue(depth: depth - 1, &random) })
        default: .object(Object((0..<10).map { ("key\($0)", randomValue(depth: depth - 1, &random)) }))
        }
    }
}
