import Providers
import Testing

struct CodecTests {
    @Test(arguments: [
        "{}", "[]", "null", "true", "-0.5e+3", "\"a\\u00e9\\ud83d\\ude00\\n\"", "{\"a\":[1,{\"b\":null}]}",
        "  [1 , 2]\n",
    ])
    func `JSON comes back as it was read`(text: String) throws {
        let value = try #require(JSON.read(Array(text.utf8)))
        let again = try #require(JSON.read(JSON.write(value)))
        #expect(JSON.write(again) == JSON.write(value))
    }

    @Test(arguments: [
        "", "{", "[1,]", "{\"a\":}", "01", "1.", "-", "\"a", "\"\\x\"", "tru", "[1] 2", "{a:1}", "\"\\ud83d", "+1",
        "nul",
    ])
    func `what is no JSON is refused`(text: String) {
        #expect(JSON.read(Array(text.utf8)) == nil)
    }

    @Test func `half a surrogate pair becomes a replacement character`() {
        #expect(JSON.read(Array("\"\\ud83dx\"".utf8)) == .text("\u{FFFD}x"))
        #expect(JSON.read(Array("\"\\ud83d\\u0041\"".utf8)) == .text("\u{FFFD}A"))
    }

    @Test func `the last of two equal keys counts`() {
        #expect(JSON.read(Array("{\"a\":1,\"a\":2}".utf8))?["a"] == .number("2"))
        #expect(JSON.read(Array("{\"A\":1}".utf8))?["a"] == .number("1"))
    }

    @Test(
        arguments: [
            ([], ""), ([102], "Zg=="), ([102, 111], "Zm8="), ([102, 111, 111], "Zm9v"), ([255, 254], "//4="),
        ] as [([UInt8], String)])
    func `base 64 is that of RFC 4648`(bytes: [UInt8], text: String) {
        #expect(Base64.encode(bytes) == text)
    }

    @Test func `a raw request is read with any line ends`() throws {
        for end in ["\n", "\r\n"] {
            let raw = ["POST /in/a/b?c=d HTTP/1.1", "Host: x", "content-TYPE: text/plain", "", "body"].joined(
                separator: end)
            let request = try #require(Wire.request(Array(raw.utf8)))
            #expect(request.method == "POST")
            #expect(request.target == "/in/a/b?c=d")
            #expect(request.headers.value(of: "Content-Type") == "text/plain")
            #expect(request.body == Array("body".utf8))
        }
    }

    @Test(arguments: ["", "\n\n", "GET", "GET  HTTP/1.1", "GET /x HTTP/1.1\nno colon\n\n"])
    func `what is no request is refused`(raw: String) {
        #expect(Wire.request(Array(raw.utf8)) == nil)
    }

    @Test func `an answer is printed as it goes over the wire`() throws {
        let answer = HTTPAnswer(
            status: 200, headers: [HeaderField("Content-Type", "text/plain")], body: Array("CON 1".utf8))
        #expect(
            String(decoding: Wire.text(answer), as: UTF8.self)
                == "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nCON 1")
        #expect(Wire.answer(Wire.text(answer))?.body == answer.body)
    }
}
