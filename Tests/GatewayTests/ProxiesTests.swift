import Gateway
import Testing

/// Who asks, where proxies stand in front of the gateway.
struct ProxiesTests {
    @Test(arguments: [
        ("", "192.0.2.1", ["198.51.100.7"], "192.0.2.1"),
        ("192.0.2.1", "192.0.2.1", ["198.51.100.7"], "198.51.100.7"),
        ("192.0.2.1", "192.0.2.2", ["198.51.100.7"], "192.0.2.2"),
        ("192.0.2.1", "192.0.2.1", [], "192.0.2.1"),
        ("192.0.2.1", "192.0.2.1", ["10.9.9.9, 198.51.100.7"], "198.51.100.7"),
        ("192.0.2.1", "192.0.2.1", ["10.9.9.9", "198.51.100.7"], "198.51.100.7"),
        ("192.0.2.1, 10.0.0.0/8", "192.0.2.1", ["203.0.113.9, 198.51.100.7,10.1.2.3"], "198.51.100.7"),
        ("192.0.2.1 10.0.0.0/8", "192.0.2.1", ["10.1.2.3"], "192.0.2.1"),
        ("192.0.2.1", "192.0.2.1", ["somebody"], "192.0.2.1"),
        ("192.0.2.1", "192.0.2.1", ["198.51.100.0/24"], "192.0.2.1"),
        ("::1", "::1", ["2001:db8::7"], "2001:db8::7"),
        ("127.0.0.1", "::ffff:127.0.0.1", ["198.51.100.7"], "198.51.100.7"),
    ])
    func `only a proxy that is trusted says who asks, and only the last it names counts`(
        _ proxies: String, _ peer: String, _ forwarded: [String], _ asker: String
    ) throws {
        #expect(try Proxies(proxies).asker(peer, forwarded: forwarded) == asker)
    }

    @Test(arguments: ["10.0.0.1/33", "proxy.example.org", "192.0.2.1; ::1"])
    func `what is no address is no proxy`(_ text: String) {
        #expect(throws: Proxies.Unreadable.self) { try Proxies(text) }
    }
}
