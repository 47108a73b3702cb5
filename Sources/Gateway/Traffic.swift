import Delivery
import Expressions
import Providers
import Storage
import Synchronization

/// How many messages each channel may send now, and whether any are still on their way.
final class Traffic: Sendable {
    private struct State {
        var paces: [String: Pace]
        var onTheirWay: Set<OutboxID> = []
        var isStopping = false
    }

    private let state: Mutex<State>

    /// - Parameters:
    ///   - atOnce: Messages on their way at one time, on a channel that does not say.
    ///   - nodes: How many gateways share what a provider lets a channel do; each keeps to its part.
    init(_ channels: [Channel], atOnce: Int, nodes: Int) {
        let paces = channels.map { channel in
            let own = (channel.atOnce ?? atOnce) / nodes
            return (
                channel.id,
                channel.rate.map { Pace(requests: $0.count, per: $0.seconds * nodes, atOnce: own) } ?? Pace(atOnce: own)
            )
        }
        state = Mutex(State(paces: Dictionary(paces) { first, _ in first }))
    }

    /// The channels that have room, and for how many messages.
    func rooms(at now: Timestamp) -> [String: Int] {
        state.withLock { state in
            var rooms: [String: Int] = [:]
            for id in state.paces.keys { rooms[id] = state.paces[id]?.room(at: now) }
            return rooms.filter { $0.value > 0 }
        }
    }

    /// When the next channel opens that is closed only for a time.
    func opens(at now: Timestamp) -> Timestamp? {
        state.withLock { state in state.paces.values.compactMap { $0.opens(at: now) }.min() }
    }

    /// Lets a message go. Returns false where it is on its way already: its lease ended by a clock that jumped, or while
    /// the machine stood still.
    func begin(_ row: OutboxRow) -> Bool {
        state.withLock { state in
            guard state.onTheirWay.insert(row.id).inserted else { return false }
            state.paces[row.channel]?.begin()
            return true
        }
    }

    func end(_ row: OutboxRow, requests: Int) {
        state.withLock { state in
            state.onTheirWay.remove(row.id)
            state.paces[row.channel]?.end(requests: requests)
        }
    }

    /// The messages that are on their way.
    var onTheirWay: Set<OutboxID> { state.withLock(\.onTheirWay) }

    func pause(_ channel: String, until moment: Timestamp) {
        state.withLock { $0.paces[channel]?.pause(until: moment) }
    }

    /// Lets nothing more begin.
    func stop() { state.withLock { $0.isStopping = true } }

    var isStopping: Bool { state.withLock { $0.isStopping } }
}
