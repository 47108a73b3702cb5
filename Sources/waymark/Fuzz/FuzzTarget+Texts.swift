import Expressions
import Providers
import Telephony

extension FuzzTarget {
    /// What webhooks and answers are written in.
    static var wire: [FuzzTarget] {
        [
            FuzzTarget("json", corpus: jsonTexts) { bytes, _ in
                guard let value = JSON.read(bytes) else { return nil }
                return JSON.read(JSON.write(value)) == value ? nil : "what was read is another value when it is written"
            },
            FuzzTarget("xml", corpus: xmlTexts) { bytes, _ in
                _ = XML.read(bytes)
                return nil
            },
            FuzzTarget("http", corpus: httpTexts) { bytes, _ in
                _ = Wire.request(bytes)
                _ = Wire.answer(bytes)
                return nil
            },
        ]
    }

    /// What people write, and how it travels.
    static var texts: [FuzzTarget] {
        [
            text("value-json", jsonTexts) { text in
                _ = try? Value.parse(json: text)
                _ = try? Value.parse(typedJSON: text)
                return nil
            },
            text("phone", ["+254711000001", "0711 000 001", "00254711000001", "+86 138 0000 0001", "tel:+1-800-555"]) {
                text in
                let countries = [nil, Country("KE"), Country("CN"), Country("US")]
                for country in countries {
                    _ = try? Address.parse(text, in: country)
                    guard let number = try? PhoneNumber.parse(text, in: country) else { continue }
                    guard (try? PhoneNumber.parse(number.e164, in: nil)) == number else {
                        return "a number is another one when it is read again"
                    }
                }
                return nil
            },
            FuzzTarget("gsm7", corpus: messages) { bytes, chance in
                let count = chance.number(in: -1...bytes.count * 2)
                _ = GSM7.decode(GSM7.unpacked(bytes, count: count))
                let septets = bytes.map { $0 & 0x7F }
                let again = GSM7.unpacked(GSM7.packed(septets), count: septets.count)
                return again == septets ? nil : "packed septets are others when they are unpacked"
            },
            text("segments", messages) { text in
                let segments = Segments.split(text)
                guard segments.count == Segments.count(text) else { return "as many segments are not counted as cut" }
                return segments.map(\.text).joined() == text ? nil : "the segments are not the text"
            },
        ]
    }

    private static let jsonTexts = [
        #"{"id": 17, "from": "+8613800000001", "text": "工资 \u0031 \ud83d\ude00", "list": [1, -2.5e3, null, true, {}]}"#,
        #"[[[]], "", 0, "a\n\t\\\/"]"#, "3", #""text""#,
    ]

    private static let xmlTexts = [
        #"<?xml version="1.0" encoding="UTF-8"?><request type="pull"><msisdn>254711000001</msisdn><a b='c'/></request>"#,
        "<a>&lt;&amp;&#65;&#x41;<![CDATA[<b>]]><!-- no --></a>",
    ]

    private static let httpTexts = [
        "POST /in/a/receive?x=1 HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nabc",
        "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{}",
    ]

    private static let messages = [
        "Welcome\n1 Wages\n2 School {[~]} €", "工资没发怎么办？打12333。",
        "e\u{301} \u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467} karibu",
        String(repeating: "A long text that takes several messages. ", count: 8),
    ]
}
