import ContentFiles
import Foundation
import Providers
import Testing

struct TwilioSignatureTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let id: String
        let url: String
        let form: [Datum.Member]?
        let body: [UInt8]
        let secret: String
        let expected: String
        let isValid: Bool
        var testDescription: String { id }
    }

    static let vectors: [Vector] = {
        let file = ShippedAdapters.root.appending(path: "Tests/ProvidersTests/Fixtures/twilio-signatures.json")
        guard let bytes = try? Data(contentsOf: file), let root = JSON.read(Array(bytes)),
            case .list(let elements) = root["vectors"]
        else { return [] }
        return elements.map { element in
            let body = element["body"].text
            return Vector(
                id: element["id"].text ?? "", url: element["url"].text ?? "",
                form: body == nil ? fields(element["params"]) : nil, body: Array((body ?? "").utf8),
                secret: element["secret"].text ?? "", expected: element["expected"].text ?? "",
                isValid: element["valid"] == .flag(true))
        }
    }()

    private static func fields(_ params: Datum) -> [Datum.Member] {
        guard case .object(let members) = params else { return [] }
        return members.flatMap { member in
            if case .list(let values) = member.value { values.map { Datum.Member(member.key, $0) } } else { [member] }
        }
    }

    private static func isValid(_ vector: Vector, signature: String? = nil, body: [UInt8]? = nil) -> Bool {
        TwilioSignature.isValid(
            signature ?? vector.expected, url: vector.url, form: vector.form, body: body ?? vector.body,
            secret: vector.secret)
    }

    @Test func `all published vectors are here`() {
        #expect(Self.vectors.count == 13)
        #expect(Self.vectors.filter(\.isValid).count == 12)
    }

    @Test(arguments: vectors)
    func `a published vector is judged as published`(vector: Vector) {
        #expect(Self.isValid(vector) == vector.isValid)
        #expect(!Self.isValid(vector, signature: "x" + vector.expected.dropFirst()))
        #expect(!Self.isValid(vector, signature: ""))
    }

    @Test(arguments: vectors.filter { $0.form == nil })
    func `another body under a signed URL is refused`(vector: Vector) {
        #expect(!Self.isValid(vector, body: vector.body + [0x20]))
    }

    @Test func `a body that is no form needs its digest in the URL`() {
        let url = "https://mycompany.com/myapp.php"
        let signature = "unused"
        #expect(!TwilioSignature.isValid(signature, url: url, form: nil, body: [0x7B, 0x7D], secret: "12345"))
    }

    @Test func `the signed URL is the channel's public URL and never the Host header`() throws {
        let source = try ShippedAdapters.load("twilio").adapter?.examples.first
        let example = try #require(source)
        guard case .request(let request, let route, _) = example.input else {
            Issue.record("the first example is no request")
            return
        }
        let forged = HTTPRequest(
            method: request.method, target: request.target,
            headers: request.headers + [HeaderField("Host", "sms.example.org")], body: request.body)
        let settings = [Datum.Member("account_sid", .text("AC1")), Datum.Member("auth_token", .text("12345"))]
        let right = try ShippedAdapters.channel("twilio") { $0.settings = settings }
        let wrong = try ShippedAdapters.channel("twilio") { entry in
            entry.settings = settings
            entry.publicBaseURL = "https://other.example.org"
        }
        #expect(right.receive(forged, route: route, at: .test).events.count == 1)
        #expect(wrong.receive(forged, route: route, at: .test).rejection?.reason == .signature)
    }
}
