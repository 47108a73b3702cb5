import Providers
import Testing

struct SendRateTests {
    @Test(arguments: [
        ("10/s", 10, 1), ("1/s", 1, 1), ("30/m", 30, 60), ("100/5m", 100, 300), ("500/h", 500, 3_600),
        ("1/24h", 1, 86_400), ("1000000/s", 1_000_000, 1),
    ])
    func `a rate is so many in so long`(text: String, count: Int, seconds: Int) throws {
        let rate = try #require(SendRate(text))
        #expect((rate.count, rate.seconds) == (count, seconds))
        #expect(SendRate(rate.description) == rate)
    }

    @Test(arguments: [("semaphore", "120/m"), ("exotel", "200/m"), ("vonage", "30/s")])
    func `a channel keeps the rate that its provider documents, unless it says its own`(
        name: String, rate: String
    ) throws {
        #expect(try ShippedAdapters.channel(name).rate == SendRate(rate))
        #expect(try ShippedAdapters.channel(name) { $0.rate = SendRate("1/s") }.rate == SendRate("1/s"))
    }

    @Test(arguments: [
        "", "/", "10", "10/", "/s", "0/s", "-1/s", "10/0s", "10/-5s", "10/d", "10/s/s", "ten/s", "1000001/s", "1/25h",
        "1/99999999999999999999h", "10 / s",
    ])
    func `anything else is none`(text: String) {
        #expect(SendRate(text) == nil)
    }
}
