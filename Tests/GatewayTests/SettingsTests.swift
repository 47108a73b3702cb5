import Gateway
import Testing

struct SettingsTests {
    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1:8080"), ("::1", "[::1]:8080"), ("gateway.example.org", "gateway.example.org:8080"),
    ])
    func `an address stands in URLs as they need it`(host: String, authority: String) {
        var settings = Settings()
        settings.host = host
        #expect(settings.authority(port: 8_080) == authority)
    }
}
