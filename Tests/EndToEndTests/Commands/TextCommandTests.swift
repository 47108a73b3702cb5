import Testing

struct TextCommandTests {
    @Test(arguments: [
        ("hello", "GSM-7", "5 septets", "1 segment: 5"),
        (String(repeating: "a", count: 161), "GSM-7", "161 septets", "2 segments: 153 + 8"),
        ("[€]", "GSM-7", "6 septets", "1 segment: 6"),
        ("你好", "UCS-2", "2 units", "1 segment: 2"),
        (String(repeating: "好", count: 71), "UCS-2", "71 units", "2 segments: 67 + 4"),
    ])
    func `a text is measured`(_ text: String, _ encoding: String, _ length: String, _ segments: String) throws {
        let run = try Binary.run(["text", text])
        #expect(run.lines.starts(with: ["encoding  \(encoding)", "length    \(length)", "SMS       \(segments)"]))
        #expect(run.code == 0)
    }

    @Test func `dear characters are named with their plain replacement`() throws {
        let run = try Binary.run(["text", "“Hi” [x]"])
        #expect(run.lines.contains(#"costly    “ (U+201C) 1x makes the whole text UCS-2: write ""#))
        #expect(run.lines.contains("costly    [ (U+005B) 1x takes two septets"))
    }

    @Test func `a text that would be shorter in plain characters says so`() throws {
        let run = try Binary.run(["text", "“" + String(repeating: "a", count: 100)])
        #expect(run.lines.last == "plain     1 segment with the replacements")
    }

    @Test func `pages are given for the screens in use`() throws {
        let run = try Binary.run(["text", "--json", String(repeating: "word ", count: 36)])
        let pages = try #require(run.json?["pages"] as? [String: [[String: Any]]])
        #expect(pages["160"]?.count == 2)
        #expect(pages["182"]?.count == 1)
        #expect(pages.values.joined().allSatisfy { ($0["units"] as? Int ?? .max) <= 182 })
        #expect(run.json?["encoding"] as? String == "gsm7")
    }

    @Test func `a text may come from standard input and begin with a dash`() throws {
        #expect(try Binary.run(["text", "-"], input: "hello").lines.contains("length    5 septets"))
        #expect(try Binary.run(["text", "- item"]).lines.contains("length    6 septets"))
    }
}
