package import Conversation
package import Expressions
package import Storage

/// What staff see of flows: how sessions move through them.
package struct FlowDesk: Sendable {
    /// As many days as are counted at once at most.
    package static let mostDays = 366

    private let parts: GatewayParts

    init(_ parts: GatewayParts) {
        self.parts = parts
    }

    /// The pack of a revision where it is at hand, else the published one.
    package func pack(_ revision: RevisionID?) -> Pack {
        let packs = parts.library.machine.packs
        return revision.flatMap { packs[$0] } ?? packs.current
    }

    /// How sessions moved through a flow.
    package func counts(_ filter: PassageFilter) async throws -> FlowCounts {
        FlowCounts(of: try await parts.store.passages(filter), in: filter.flow)
    }

    /// How sessions that began on some days came through each of some flows.
    package func wholes(
        of flows: [String], begunOn days: ClosedRange<CalendarDate>
    ) async throws -> [String: FlowCounts.Step] {
        var wholes: [String: FlowCounts.Step] = [:]
        for flow in flows { wholes[flow] = try await counts(PassageFilter(flow: flow, days: days)).whole }
        return wholes
    }

    /// The revisions that sessions began with on some days.
    package func revisions(begunOn days: ClosedRange<CalendarDate>) async throws -> [RevisionID] {
        try await parts.store.revisions(begunOn: days).sorted { $0.hash < $1.hash }
    }
}
