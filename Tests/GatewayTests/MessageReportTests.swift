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
        #expect(report.fates.table.rows == ["a", "b"] && report.fates.table.rowSums == [120, 40])
        #expect(report.segments == ["a": 120, "b": 41])
        #expect(report.costs == ["a": ["USD": 120]])
    }

    @Test func `small channels stand together, and their cost is told only where each has a price`() throws {
        let prices = ["a": try #require(SegmentPrice("1 KES")), "b": try #require(SegmentPrice("1 USD"))]
        let counts = [
            Self.count("a", .sent, 4, 4), Self.count("b", .sent, 8, 9), Self.count("c", .sent, 100, 100),
        ]
        let report = try #require(MessageReport(counts, prices: prices, least: 10))
        #expect(report.segments == [Crosstab.together: 13, "c": 100])
        #expect(report.costs == [Crosstab.together: ["KES": 400, "USD": 900]])
        let other = try #require(MessageReport(counts, prices: ["a": prices["a"]].compactMapValues(\.self), least: 10))
        #expect(other.costs.isEmpty)
        #expect(MessageReport(counts, prices: prices, least: 200) == nil)
    }
}
