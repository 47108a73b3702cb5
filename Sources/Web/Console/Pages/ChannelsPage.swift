import Expressions
import Gateway
import Providers
import Storage

/// The channels, and what went over each since the start.
struct ChannelsPage: ConsolePage {
    /// A channel.
    struct Line: Sendable {
        let id: String
        let kind: String
        let provider: String
        let isTrial: Bool
        let turns: Int
        let sent: Int
        let refused: Int
        let waiting: Int
        let oldest: String?
        let dead: Int
        let isStuck: Bool
    }

    let frame: Frame
    let lines: [Line]

    static let template = """
        <p>{{frame.t.channelsHelp}}</p>
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.title}}">
        <table>
        <thead><tr><th scope="col">{{frame.t.channel}}</th><th scope="col">{{frame.t.kind}}</th>
        <th scope="col">{{frame.t.provider}}</th><th scope="col">{{frame.t.turns}}</th>
        <th scope="col">{{frame.t.sent}}</th><th scope="col">{{frame.t.rejected}}</th>
        <th scope="col">{{frame.t.messagesWaiting}}</th><th scope="col">{{frame.t.messagesDead}}</th></tr></thead>
        <tbody>
        {{#lines}}
        <tr><th scope="row">{{id}}{{#isTrial}} <span class="tag">{{frame.t.simulator}}</span>{{/isTrial}}</th>
        <td>{{kind}}</td><td>{{provider}}</td><td>{{turns}}</td><td>{{sent}}</td><td>{{refused}}</td>
        <td>{{waiting}}{{#oldest}} <span class="{{#isStuck}}warn{{/isStuck}}{{^isStuck}}quiet{{/isStuck}}">\
        {{frame.t.since}} {{.}}</span>{{/oldest}}</td><td>{{dead}}</td></tr>
        {{/lines}}
        </tbody>
        </table>
        </div>
        """
}

extension ConsoleHandlers {
    /// Seconds that a message may wait before a channel looks stuck.
    private static let patience: Int64 = 600

    func channels(_ visit: Visit) async throws -> ConsoleAnswer {
        let now = gateway.parts.clock.now
        let backlog = try await gateway.parts.store.outboxBacklog()
        let counters = gateway.parts.counters
        let channels = gateway.parts.channels.values.sorted { $0.id < $1.id }
        let lines = channels.map { channel in
            let own = backlog.first { $0.channel == channel.id }
            return ChannelsPage.Line(
                id: channel.id, kind: channel.kind == .sms ? "SMS" : "USSD", provider: channel.adapter.name,
                isTrial: channel.isSimulator, turns: counters.total(.turns, of: channel.id),
                sent: counters.total(.sent, of: channel.id),
                refused: counters.total(.rejected, of: channel.id) + counters.total(.failed, of: channel.id),
                waiting: own?.waiting ?? 0, oldest: own?.oldest.map(clock.text), dead: own?.dead ?? 0,
                isStuck: own?.oldest.map { now - $0 > Self.patience } ?? false)
        }
        return show(ChannelsPage(frame: Frame("channels", visit), lines: lines), visit)
    }
}
