import Providers
import Testing

struct SegmentPriceTests {
    @Test(arguments: [
        ("0.0065 USD", 6_500, "USD"), ("1 KES", 1_000_000, "KES"), ("0.8 KES", 800_000, "KES"),
        ("12.345678 CNY", 12_345_678, "CNY"),
    ]) func `a price is an amount and a currency`(text: String, millionths: Int, currency: String) throws {
        let price = try #require(SegmentPrice(text))
        #expect(price.millionths == millionths && price.currency == currency)
    }

    @Test(arguments: [
        "", "USD", "0.0065", "0.0065USD", "-1 USD", ".5 USD", "1. USD", "0.0000001 USD", "1,5 USD", "1 usd", "1 US",
        "1 USD x", "1e3 USD", "12345678 USD", "１ USD",
    ]) func `anything else is none`(text: String) {
        #expect(SegmentPrice(text) == nil)
    }

    @Test func `costs are rounded once, not for each message`() throws {
        let price = try #require(SegmentPrice("0.0065 USD"))
        #expect(price.hundredths(of: 1) == 1 && price.hundredths(of: 100) == 65 && price.hundredths(of: 0) == 0)
        #expect(price.hundredths(of: 1_000_001) == 650_001)
    }
}
