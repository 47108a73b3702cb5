import Conversation
import Expressions
import Gateway
import Pictures
import Storage

/// How conversations move through flows, as programs read it.
extension APIHandlers {
    /// What became of those who came to each flow.
    func flows(_ call: APICall) async throws -> APIAnswer {
        let (pack, days) = (gateway.flows.pack(nil), try days(call))
        let counts = try await gateway.flows.wholes(of: pack.flowNames, begunOn: days)
        return APIAnswer(
            FlowListJSON(
                from: days.lowerBound.iso, until: days.upperBound.iso,
                flows: pack.flowNames.map { flow in
                    FlowJSON(
                        flow: flow, title: pack.title(ofFlow: flow, in: nil),
                        counts: CountJSON(counts[flow] ?? FlowCounts.Step()))
                }))
    }

    /// What became of those who came to each step of a flow, and which ways they went.
    func flow(_ call: APICall) async throws -> APIAnswer {
        let flows = gateway.flows.pack(nil).flowNames
        guard let flow = try call.query.word("flow", of: flows) else {
            throw APIProblem(.malformed, "'flow' must be one of \(flows.joined(separator: ", "))")
        }
        var filter = PassageFilter(flow: flow, days: try days(call))
        filter.language = call.query["language"]
        filter.revision = call.query["revision"].map(RevisionID.init)
        let counts = try await gateway.flows.counts(filter)
        return APIAnswer(
            FlowCountsJSON(
                flow: flow, from: filter.days.lowerBound.iso, until: filter.days.upperBound.iso,
                steps: counts.steps.sorted { $0.key < $1.key }.map {
                    StepJSON(step: $0.key, counts: CountJSON($0.value))
                },
                ways: counts.ways.sorted { $0.key < $1.key }.map { WayJSON(way: $0.key, conversations: $0.value) },
                jumps: counts.jumps.map { JumpJSON(from: $0.from, to: $0.to, conversations: $0.count) }))
    }

    /// The day at the pack's place.
    var today: CalendarDate {
        gateway.parts.clock.now.date(utcOffset: gateway.flows.pack(nil).settings.utcOffset)
    }

    /// The days on which the conversations began that are asked about: the last week where none are named.
    private func days(_ call: APICall) throws(APIProblem) -> ClosedRange<CalendarDate> {
        let until = try call.query.day("until") ?? today
        let from = try call.query.day("from") ?? until.adding(days: 1 - FlowsPage.days) ?? until
        let earliest = until.adding(days: 1 - FlowDesk.mostDays) ?? until
        guard (earliest...until).contains(from) else {
            throw APIProblem(.malformed, "'from' must be at most \(FlowDesk.mostDays - 1) days before 'until'")
        }
        return from...until
    }

    private struct FlowListJSON: Encodable {
        let from, until: String
        let flows: [FlowJSON]
    }

    private struct FlowJSON: Encodable {
        let flow, title: String
        let counts: CountJSON
    }

    private struct CountJSON: Encodable {
        let arrived, left, waiting, ended, brokeOff: Int

        init(_ counts: FlowCounts.Step) {
            arrived = counts.arrived
            left = counts.left
            waiting = counts.waiting
            ended = counts.ended
            brokeOff = counts.brokeOff
        }
    }

    private struct FlowCountsJSON: Encodable {
        let flow, from, until: String
        let steps: [StepJSON]
        let ways: [WayJSON]
        let jumps: [JumpJSON]
    }

    private struct StepJSON: Encodable {
        let step: String
        let counts: CountJSON
    }

    private struct WayJSON: Encodable {
        let way: String
        let conversations: Int
    }

    private struct JumpJSON: Encodable {
        let from, to: String?
        let conversations: Int
    }
}
