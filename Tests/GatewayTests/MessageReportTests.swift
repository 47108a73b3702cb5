import Evidence
import Providers
import Storage
import Testing

@testable import Gateway

struct MessageReportTests {
    private static func count(_ channel: String, _ state: MessageState, _ total: Int, _ segments: Int) -> MessageCount {
        MessageCount(channel: channel, state: state, total: total, segments: segments)
    }

    @Test func `a channel's SMS and cost are those that a provider took`() throws {
        let prices = ["a": try #require(SegmentPrice("0.01 USD"))]
        let counts = [
            Self.count("a", .delivered, 80, 100), Self.count("a", .lost, 10, 20), Self.count("a", .dead, 30, 70),
            Self.count("b", .sent, 40, 41),
        ]
        let report = try #require(MessageReport(counts, prices: prices, least: 10))
        #expect(report.fates.rows == ["a", "b"] && report.fates.rowSums == [120, 40])
        #expect(report.charges.map(\.segments) == [120, 40] && report.total.segments == 160)
        // 120 SMS cost 1.20 USD; what ten cost is the step.
        #expect(report.charges.map(\.cost) == [["USD": 120], [:]] && report.total.cost == [:])
    }

    @Test func `small channels stand together, and their cost is told only where each has a price`() throws {
        let prices = ["a": try #require(SegmentPrice("1 KES")), "b": try #require(SegmentPrice("1 USD"))]
        let counts = [
            Self.count("a", .sent, 4, 4), Self.count("b", .sent, 8, 9), Self.count("c", .sent, 100, 100),
        ]
        let report = try #require(MessageReport(counts, prices: prices, least: 10))
        #expect(report.fates.rows == ["c", Crosstab.together] && report.charges.map(\.segments) == [100, 10])
        // 4 SMS for 4 KES are too few to tell; 9 for 9 USD, too.
        #expect(report.charges.map(\.cost) == [[:], [:]])
        let cheap = try #require(MessageReport(counts, prices: prices, least: 4))
        #expect(cheap.fates.rows == ["a", "b", "c"] && cheap.charges.map(\.segments) == [4, 8, 100])
        #expect(cheap.charges.map(\.cost) == [["KES": 400], ["USD": 800], [:]])
        let other = try #require(MessageReport(counts, prices: ["a": prices["a"]].compactMapValues(\.self), least: 4))
        #expect(other.charges.map(\.cost) == [["KES": 400], [:], [:]])
        #expect(MessageReport(counts, prices: prices, least: 200) == nil)
    }

    @Test func `what messages took that a provider refused is nobody's cost, and few SMS are not told`() throws {
        let prices = ["a": try #require(SegmentPrice("0.05 USD"))]
        let counts = [Self.count("a", .dead, 30, 70), Self.count("a", .delivered, 7, 9)]
        let report = try #require(MessageReport(counts, prices: prices, least: 10))
        #expect(report.fates.rowSums == [40] && report.charges == [report.total])
        #expect(report.total.segments == nil && report.total.cost == [:])
    }
}
