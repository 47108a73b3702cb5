import Expressions
import Foundation
import Gateway
import Storage
import Testing

/// The alert rules that come with the gateway, held against the metrics it serves.
struct AlertTests {
    private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "../../Config/deploy")

    private static func file(_ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    /// Every series that can be served.
    private var series: Set<String> {
        let counters = Counters()
        for name in Counters.Name.allCases { counters.add(name, "channel=\"a\"") }
        let histograms = Histograms()
        for name in Histograms.Name.allCases { histograms.add(name, .zero, "channel=\"a\"") }
        let backlog = OutboxBacklog(channel: "a", waiting: 1, retrying: 0, oldest: nil, dead: 0)
        let now = Timestamp(milliseconds: 0)
        let text =
            counters.text + histograms.text + BacklogGauges.text(of: [backlog], channels: ["a"], at: now)
            + StoreMeasures.text(of: CommitStatistics(), timer: nil, at: now)
        return Set(
            text.split(separator: "\n").filter { $0.first != "#" }.map { String($0.prefix { $0 != "{" && $0 != " " }) })
    }

    private static func named(in text: String) -> Set<String> {
        Set(text.matches(of: /waymark_[a-z_]+/).map { String($0.output) })
    }

    @Test(arguments: ["alerts.yaml", "grafana.json"])
    func `every alert and every panel looks at metrics that are served`(name: String) throws {
        let named = Self.named(in: try Self.file(name))
        #expect(named.count > 8)
        #expect(named.subtracting(series).isEmpty)
    }

    @Test func `the guide names every metric that is served, and no other`() throws {
        let measures = Set(
            series.map { $0.replacing(/_(bucket|sum|count)$/, with: "") })
        #expect(Self.named(in: try Self.file("README.md")) == measures)
    }

    @Test func `the dashboard is JSON whose panels each ask something and say what it means`() throws {
        let object = try JSONSerialization.jsonObject(with: Data(try Self.file("grafana.json").utf8))
        let dashboard = try #require(object as? [String: Any])
        let panels = try #require(dashboard["panels"] as? [[String: Any]])
        #expect(panels.count >= 10)
        for panel in panels {
            let targets = panel["targets"] as? [[String: Any]] ?? []
            #expect(!targets.isEmpty && targets.allSatisfy { ($0["expr"] as? String)?.isEmpty == false })
            #expect((panel["description"] as? String)?.isEmpty == false && panel["title"] is String)
        }
        #expect(Set(panels.compactMap { $0["id"] as? Int }).count == panels.count)
    }
}
