import Conversation
import Expressions
import Storage
import TestSupport
import Testing

@testable import Gateway

/// Talks of the shipped packs, played on a gateway: what is counted of flows is what is kept of sessions.
struct FlowDeskTests {
    /// As many talks of each pack; all of them take long.
    private static let talks = 60

    @Test(arguments: ["china", "example-kenya"])
    func `whoever arrived at a step has left it, waits there or ended there`(_ name: String) async throws {
        let town = try await TalkingGateway(name)
        var player = TalkPlayer(town)
        let keeper = Task { try await town.gateway.deadlines.run() }
        defer { keeper.cancel() }
        for talk in try TalkingGateway.talks(of: name).prefix(Self.talks) { try await player.play(talk) }
        let sessions = try await town.store.everySession()
        #expect(sessions.count > 30 && sessions.contains { $0.outcome == nil })
        let counts = try await town.counts { _ in }
        try expect(counts, of: sessions)
        let open = sessions.filter { $0.outcome == nil }
        #expect(
            try await town.wholes().mapValues(\.waiting).filter { $0.value != 0 }
                == open.reduce(into: [:]) { $0[String($1.step.prefix { $0 != "#" }), default: 0] += 1 })
        let tags = Set(sessions.compactMap(\.language))
        #expect(!tags.isEmpty)
        for tag in tags {
            let own = try await town.counts { $0.language = tag }
            #expect(own.waiting == places(of: open.filter { $0.language == tag }), "\(tag)")
        }
        try expect(try await town.counts { $0.revision = town.pack.revision }, of: sessions)
        #expect(try await town.counts { $0.revision = RevisionID("0") }.steps.isEmpty)
        await town.gateway.close()
    }

    @Test func `days are those on which sessions began, at the place of the pack`() async throws {
        let town = try await TalkingGateway("china")
        let midnight = Timestamp(
            date: try #require(CalendarDate(iso: "2026-03-02")), utcOffset: town.pack.settings.utcOffset)
        for (number, moment) in [("+8613800134501", midnight + -60), ("+8613800134502", midnight + 60)] {
            town.clock.move(to: moment)
            _ = try await town.post(
                ["id": number, "from": number, "to": "10000", "text": "hello"], to: "sms", route: "receive")
        }
        let first = town.pack.steps[town.pack.start]
        for (days, count) in [("2026-03-01", 1), ("2026-03-02", 1), ("2026-03-03", 0)] {
            let day = try #require(CalendarDate(iso: days))
            let counts = try await town.gateway.flows.counts(PassageFilter(flow: first.flow, days: day...day))
            #expect(counts.steps[first.address]?.arrived ?? 0 == count, "\(days)")
            #expect(try await town.gateway.flows.revisions(begunOn: day...day).count == count)
        }
        await town.gateway.close()
    }

    private func expect(_ counts: Tally, of sessions: [SessionSummary]) throws {
        #expect(counts.waiting == places(of: sessions.filter { $0.outcome == nil }))
        #expect(counts.steps.values.reduce(0) { $0 + $1.ended } == sessions.count { $0.outcome == .finished })
        #expect(
            counts.steps.values.reduce(0) { $0 + $1.brokeOff }
                == sessions.count { $0.outcome != nil && $0.outcome != .finished })
        #expect(counts.begun == sessions.count)
        #expect(counts.steps.values.allSatisfy { $0.left >= 0 && $0.waiting >= 0 })
    }

    /// How many sessions stand at each step.
    private func places(of sessions: [SessionSummary]) -> [String: Int] {
        sessions.reduce(into: [:]) { places, session in places[session.step, default: 0] += 1 }
    }
}

/// The counts of all flows together.
private struct Tally {
    var steps: [String: FlowCounts.Step] = [:]
    /// How many sessions began.
    var begun = 0

    /// How many wait at each step where somebody does.
    var waiting: [String: Int] { steps.mapValues(\.waiting).filter { $0.value != 0 } }
}

extension TalkingGateway {
    /// What became of those who came to each flow.
    fileprivate func wholes() async throws -> [String: FlowCounts.Step] {
        let days = try day("1970-01-01")...day("2100-01-01")
        let flows = Set(pack.flowTitles.keys).union(pack.steps.map(\.flow))
        return try await gateway.flows.wholes(of: Array(flows), begunOn: days)
    }

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

    fileprivate func counts(_ narrow: (inout PassageFilter) -> Void) async throws -> Tally {
        let days = try day("1970-01-01")...day("2100-01-01")
        var tally = Tally()
        for flow in Set(pack.flowTitles.keys).union(pack.steps.map(\.flow)) {
            var filter = PassageFilter(flow: flow, days: days)
            narrow(&filter)
            let counts = try await gateway.flows.counts(filter)
            tally.steps.merge(counts.steps) { one, _ in one }
            tally.begun += counts.jumps.reduce(0) { $0 + ($1.from == nil ? $1.count : 0) }
        }
        return tally
    }
}

extension Store {
    /// Every conversation there is.
    fileprivate func everySession() async throws -> [SessionSummary] {
        var all: [SessionSummary] = []
        while true {
            let page = try await sessions(SessionFilter(), after: all.last?.place, limit: 100)
            all += page
            if page.count < 100 { return all }
        }
    }
}
