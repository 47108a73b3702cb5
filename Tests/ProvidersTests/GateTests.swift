import Expressions
import Providers
import Testing

struct GateTests {
    private static let body = "from=%2B254711000001&text=a"

    @Test(
        arguments: [
            ("/in/test/receive?token=0123456789abcdef", nil, true), ("/in/test/receive", "0123456789abcdef", true),
            ("/in/test/receive?token=0123456789abcdeX", nil, false), ("/in/test/receive", "0123456789abcde", false),
            ("/in/test/receive", nil, false), ("/in/test/receive?token=", nil, false),
        ] as [(String, String?, Bool)])
    func `a channel with a token takes only requests that carry it`(target: String, header: String?, isTaken: Bool)
        throws
    {
        let channel = try ShippedAdapters.channel("generic") { $0.pathToken = "0123456789abcdef" }
        let headers = header.map { [HeaderField("Token", $0)] } ?? []
        let reception = channel.receive(.form(Self.body, to: target, headers: headers), route: "receive", at: .test)
        #expect((reception.rejection == nil) == isTaken)
        if !isTaken { #expect(reception.rejection?.reason == .signature) }
    }

    @Test(
        arguments: [
            ("192.0.2.7", "192.0.2.7", true), ("192.0.2.0/24", "192.0.2.255", true),
            ("192.0.2.0/24", "192.0.3.1", false),
            ("192.0.2.0/24", "::ffff:192.0.2.9", true), ("2001:db8::/32", "2001:db8:1::5", true),
            ("2001:db8::/32", "2001:db9::1", false), ("::1", "::1", true), ("0.0.0.0/0", "203.0.113.1", true),
            ("192.0.2.7", "unknown", false), ("192.0.2.7", nil, false),
        ] as [(String, String?, Bool)])
    func `a channel with a list of addresses takes only those`(block: String, caller: String?, isTaken: Bool) throws {
        let allowed = try #require(NetworkBlock(block))
        let channel = try ShippedAdapters.channel("generic") { $0.allowedAddresses = [allowed] }
        let request = HTTPRequest(
            method: "GET", target: "/in/test/receive?\(Self.body)", headers: [], body: [], remoteAddress: caller)
        #expect((channel.receive(request, route: "receive", at: .test).rejection == nil) == isTaken)
    }

    @Test(arguments: [
        "192.0.2", "192.0.2.256", "192.0.2.0/33", "2001:db8:::", "1:2:3:4:5:6:7:8:9", "x", "", "1.2.3.4/",
    ])
    func `what is no block of addresses is refused`(text: String) {
        #expect(NetworkBlock(text) == nil)
    }
}
