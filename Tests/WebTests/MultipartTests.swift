import Testing

@testable import Web

struct MultipartTests {
    private static let type = "multipart/form-data; boundary=\"--XX\""

    private static func body(_ lines: String...) -> [UInt8] { Array(lines.joined(separator: "\r\n").utf8) }

    @Test func `fields and a file come out as they went in`() throws {
        let body = Self.body(
            "----XX", "Content-Disposition: form-data; name=\"form\"", "", "token",
            "----XX", "Content-Disposition: form-data; name=\"table\"; filename=\"C:\\data\\学校.csv\"",
            "Content-Type: text/csv", "", "id,name", "1,\"a", "----X", "\"", "", "----XX",
            "Content-Disposition: form-data; name=\"map\"", "", "", "----XX--", "")
        let form = try #require(Multipart(body, type: Self.type))
        #expect(form.fields.map(\.name) == ["form", "map"] && form.fields.map(\.value) == ["token", ""])
        #expect(form.file?.name == "学校.csv")
        #expect(form.file.map { String(decoding: $0.bytes, as: UTF8.self) } == "id,name\r\n1,\"a\r\n----X\r\n\"\r\n")
    }

    @Test func `a file that was not chosen is none`() throws {
        let body = Self.body(
            "----XX", "Content-Disposition: form-data; name=\"table\"; filename=\"\"",
            "Content-Type: application/octet-stream", "", "", "----XX--", "")
        #expect(try #require(Multipart(body, type: Self.type)).file == nil)
    }

    @Test(arguments: [
        ("multipart/form-data", "----XX--"), ("application/x-www-form-urlencoded", "a=b"),
        ("multipart/form-data; boundary=\"--XX\"", ""), ("multipart/form-data; boundary=\"--XX\"", "----XX"),
        ("multipart/form-data; boundary=\"--XX\"", "----XX\r\nno header\r\n----XX--"),
        ("multipart/form-data; boundary=\"--XX\"", "----XX\r\n----XX--"),
        (
            "multipart/form-data; boundary=\"--XX\"",
            "----XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut off"
        ),
    ]) func `what is broken is no form`(type: String, body: String) {
        #expect(Multipart(Array(body.utf8), type: type) == nil)
    }
}
