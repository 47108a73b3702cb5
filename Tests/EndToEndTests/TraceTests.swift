import Foundation
import HTTPClient
import TestSupport
import Testing

/// One message, followed from its webhook to the report of its answer.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct TraceTests {
    private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"

    @Test func `a trace goes from the webhook over the log to the provider, and back with the report`() async throws {
        let carrier = try Carrier()
        let deployment = try Deployment(settings: "log: { level: debug, format: json }\n", carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment)
        let text = Form.encode([
            "linkId": "link", "text": "TALLY", "to": "21512", "id": "id-1", "from": "+254722000091",
            "date": "2026-05-03T06:04:45Z",
        ])
        let header = HeaderField(name: "traceparent", value: "00-\(Self.trace)-00f067aa0ba902b7-01")
        #expect(try await gateway.post(SMSPhone.path, text, headers: [header]).status == 200)
        _ = try await carrier.message(to: "+254722000091")
        let passedOn = try #require(carrier.requests.first?.header("traceparent"))
        #expect(passedOn.hasPrefix("00-\(Self.trace)-") && passedOn.hasSuffix("-01") && passedOn != header.value)
        let status = "/in/sms/status?token=\(USSDPhone.token)"
        let report = Form.encode(["id": "ATXid_1", "status": "Success", "phoneNumber": "+254722000091"])
        try await eventually("the report") {
            _ = try await gateway.post(status, report)
            return events(gateway).contains { $0["event"] == "a delivery report came" }
        }
        let told = events(gateway).filter { $0["trace"] == Self.trace }.compactMap { $0["event"] }
        for event in ["a turn was kept", "a message was dealt with", "a delivery report came"] {
            #expect(told.contains(event), "\(told)")
        }
        let numbers = events(gateway).filter { $0["trace"] == Self.trace && $0["event"] != "a turn was kept" }
        #expect(Set(numbers.compactMap { $0["message"] }) == ["1"])
        // Nor does the log of how the gateway starts tell what it is made of.
        for secret in ["254722000091", "Settings("] + Deployment.secrets.values.filter({ $0.count > 8 }) {
            #expect(!gateway.process.errors.contains(secret), "\(secret)")
        }
    }

    @Test func `a trace that cannot be read is none, and another one begins`() async throws {
        let carrier = try Carrier()
        let gateway = try await RunningGateway.start(try Deployment(carrier: carrier.url))
        var phone = SMSPhone("+254722000092")
        #expect(try await phone.text("TALLY", on: gateway) == 200)
        _ = try await carrier.message(to: phone.number)
        let own = try #require(carrier.requests.first?.header("traceparent"))
        #expect(try #/00-[0-9a-f]{32}-[0-9a-f]{16}-00/#.wholeMatch(in: own) != nil)
        let header = HeaderField(name: "traceparent", value: "00-\(Self.trace)-0000000000000000-01")
        let form = Form.encode([
            "linkId": "link", "text": "5", "to": "21512", "id": "id-2", "from": phone.number,
            "date": "2026-05-03T06:05:45Z",
        ])
        #expect(try await gateway.post(SMSPhone.path, form, headers: [header]).status == 200)
        _ = try await carrier.message(to: phone.number, after: 1)
        #expect(carrier.requests.allSatisfy { $0.header("traceparent")?.contains(Self.trace) == false })
        #expect(gateway.process.errors.contains("{\"time\"") == false)
    }

    /// What was logged as lines of JSON.
    private func events(_ gateway: RunningGateway) -> [[String: String]] {
        gateway.process.errors.split(separator: "\n").compactMap { line in
            let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return object?.compactMapValues { $0 as? String }
        }
    }
}
