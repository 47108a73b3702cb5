import Foundation
import HTTPClient
import TestSupport
import Testing

/// Numbers, secrets and texts stay out of what is printed, and out of what is kept.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct SecrecyTests {
    /// Only digits that stand nowhere else: in any notation a number ends with these.
    private static let digits = ["712345601", "712345602", "712345603", "4158675309"]

    @Test(arguments: ["trace", "debug", "info"])
    func `nothing that is printed tells a number or a secret`(level: String) async throws {
        let carrier = try Carrier(.failing)
        let deployment = try Deployment(settings: "log: { level: \(level) }\n", carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment)
        try await talk(on: gateway)
        try await eventually("an attempt to send") { try await gateway.count("send_retries") > 0 }
        #expect(try await gateway.stop() == 0)
        let printed = gateway.process.output + gateway.process.errors
        for secret in Self.digits
            + [Deployment.secrets["PATH_TOKEN"], Deployment.secrets["API_KEY"]].compactMap(\.self)
        {
            #expect(!printed.contains(secret), "\(level): \(Self.line(of: secret, in: printed))")
        }
    }

    @Test func `nothing that is printed at the usual level tells what was said`() async throws {
        let carrier = try Carrier(.failing)
        let deployment = try Deployment(carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment)
        try await talk(on: gateway)
        try await eventually("an attempt to send") { try await gateway.count("send_retries") > 0 }
        #expect(try await gateway.stop() == 0)
        let printed = gateway.process.output + gateway.process.errors
        for text in ["Zenobia", "Hello", "Lugha", "Sum "] {
            #expect(!printed.contains(text), "\(Self.line(of: text, in: printed))")
        }
    }

    @Test func `neither a number nor a word that was said is kept in clear`() async throws {
        let carrier = try Carrier()
        let deployment = try Deployment(carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment)
        try await talk(on: gateway)
        try await eventually("a message as sent") { try await gateway.count("sent") > 0 }
        try expectNoNumber(in: deployment)
        try expectNoWord(in: deployment)
        #expect(try await gateway.stop() == 0)
        try expectNoNumber(in: deployment)
        try expectNoWord(in: deployment)
    }

    @Test func `no number is kept where the provider has no session but the number`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let response = try await gateway.post("/in/json/session", Form.encode(["from": "+254712345603", "text": ""]))
        #expect(response.text.contains("Lugha?"))
        try expectNoNumber(in: deployment)
    }

    @Test func `the key is for its owner only`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        #expect(try await gateway.isReady())
        let attributes = try FileManager.default.attributesOfItem(atPath: deployment.data + "/waymark.key")
        #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    }

    /// Everything that could be written down: talks on all channels, refusals, repetitions, reports.
    private func talk(on gateway: RunningGateway) async throws {
        var phone = USSDPhone("+254712345601")
        _ = try await phone.dial(on: gateway)
        _ = try await phone.answer(["1", "2", "Zenobia"], on: gateway)
        _ = try await phone.show(on: gateway)
        _ = try await phone.dial("1*5*999", on: gateway)
        _ = try await phone.hangUp(on: gateway)
        var texts = SMSPhone("0712345602")
        for text in ["Zenobia", "1", "2", "Zenobia"] { _ = try await texts.text(text, on: gateway) }
        let report = Form.encode(["id": "ATXid_1", "status": "Failed", "phoneNumber": "+254712345602"])
        _ = try await gateway.post("/in/sms/status?token=\(USSDPhone.token)", report)
        let wrong = Form.encode(["id": "1", "from": "+254712345602", "text": "Zenobia", "Body": "Zenobia"])
        for path in ["/in/sms/receive?token=0712345602", "/in/twilio/receive", "/in/sms/nothing?from=0712345602"] {
            _ = try await gateway.post(path, wrong)
        }
        _ = try await gateway.post(SMSPhone.path, Form.encode(["id": "1", "text": "Zenobia", "from": "x0712345602"]))
        _ = try await gateway.post("/in/twilio/receive", Form.encode(["From": "+14158675309", "Body": "Zenobia"]))
    }

    private func expectNoNumber(in deployment: Deployment) throws {
        for (name, content) in try deployment.kept() {
            for digits in Self.digits {
                #expect(content.firstRange(of: Data(digits.utf8)) == nil, "\(digits) in \(name)")
            }
        }
    }

    /// What she typed; the screens stand in the pack, whose files are kept.
    private func expectNoWord(in deployment: Deployment) throws {
        for (name, content) in try deployment.kept() {
            #expect(content.firstRange(of: Data("Zenobia".utf8)) == nil, "in \(name)")
        }
    }

    private static func line(of text: String, in printed: String) -> String {
        printed.split(separator: "\n").first { $0.contains(text) }.map(String.init) ?? ""
    }
}
