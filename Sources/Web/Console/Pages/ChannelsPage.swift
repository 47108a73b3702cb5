import Delivery
import Gateway
import Providers
import Storage

/// The channels: how each is, what waits to go over it, and what it failed to send last.
struct ChannelsPage: ConsolePage {
    /// A channel.
    struct Line: Sendable {
        let id: String
        let kind: String
        let provider: String
        let isTrial: Bool
        let health: String
        let isOK: Bool
        let why: String?
        let sent: Int
        let waiting: Int
        let retrying: Int?
        let oldest: String?
        /// nil where none is.
        let dead: Int?
        let failure: String?
        let failedAt: String?
        let takenAt: String?
        let heardAt: String?
        let turns: Int
        let refused: Int
    }

    let frame: Frame
    let lines: [Line]

    static let template = """
        <p>{{frame.t.channelsHelp}}</p>
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.title}}">
        <table class="narrow">
        <thead><tr><th scope="col">{{frame.t.channel}}</th><th scope="col">{{frame.t.health}}</th>
        <th scope="col">{{frame.t.messagesWaiting}}</th><th scope="col">{{frame.t.messagesDead}}</th>
        <th scope="col">{{frame.t.sentLately}}</th><th scope="col">{{frame.t.lastFailure}}</th>
        <th scope="col">{{frame.t.lastTaken}}</th><th scope="col">{{frame.t.lastHeard}}</th>
        <th scope="col">{{frame.t.turns}}</th><th scope="col">{{frame.t.rejected}}</th></tr></thead>
        <tbody>
        {{#lines}}
        <tr><th scope="row">{{id}}<div class="quiet">{{kind}} {{provider}}\
        {{#isTrial}} <span class="tag">{{frame.t.simulator}}</span>{{/isTrial}}</div></th>
        <td><span class="tag{{#isOK}} open{{/isOK}}{{^isOK}} warn{{/isOK}}">{{health}}</span>\
        {{#why}}<div>{{.}}</div>{{/why}}</td>
        <td>{{waiting}}{{#retrying}}, {{.}} {{frame.t.triedBefore}}{{/retrying}}\
        {{#oldest}}<div class="quiet">{{frame.t.since}} {{.}}</div>{{/oldest}}</td>
        <td>{{#dead}}<a href="/console/outbox">{{.}}</a>{{/dead}}{{^dead}}0{{/dead}}</td><td>{{sent}}</td>
        <td>{{#failure}}{{.}}<div class="quiet">{{failedAt}}</div>{{/failure}}</td>
        <td>{{takenAt}}</td><td>{{heardAt}}</td><td>{{turns}}</td><td>{{refused}}</td></tr>
        {{/lines}}
        </tbody>
        </table>
        </div>
        """
}

extension ConsoleHandlers {
    func channels(_ visit: Visit) async throws -> ConsoleAnswer {
        let lines = try await gateway.messages.channels().map { line($0, visit.texts) }
        return show(ChannelsPage(frame: Frame("channels", visit), lines: lines), visit)
    }

    private func line(_ report: ChannelReport, _ texts: Texts) -> ChannelsPage.Line {
        let channel = gateway.parts.channels[report.name]
        let counters = gateway.parts.counters
        let health = report.isSetUp ? report.health.state.rawValue : "missing"
        return ChannelsPage.Line(
            id: report.name, kind: channel.map { $0.kind == .sms ? "SMS" : "USSD" } ?? "",
            provider: channel?.adapter.name ?? "", isTrial: channel?.isSimulator ?? false,
            health: texts["health.\(health)"], isOK: health == ChannelHealth.State.ok.rawValue,
            why: report.health.reason.map(texts.sentence), sent: report.sent, waiting: report.waiting,
            retrying: report.retrying > 0 ? report.retrying : nil, oldest: report.oldest.map(clock.text),
            dead: report.dead > 0 ? report.dead : nil, failure: report.failure.map { texts.failure($0.reason) },
            failedAt: report.failure.map { clock.text($0.at) }, takenAt: report.takenAt.map(clock.text),
            heardAt: report.heardAt.map(clock.text), turns: counters.total(.turns, of: report.name),
            refused: counters.total(.rejected, of: report.name) + counters.total(.failed, of: report.name))
    }
}

extension Texts {
    /// Why a channel is not well.
    fileprivate func sentence(_ reason: ChannelHealth.Reason) -> String {
        switch reason {
        case .failing(let count): self["health.failing", count]
        case .failures(let count, let all): self["health.failures", count, all]
        case .late(let seconds): self["health.late", seconds / 60]
        case .silent(let seconds): self["health.silent", seconds / 60]
        }
    }

    /// What an attempt failed by: a word of ours, with the provider's code behind it.
    fileprivate func failure(_ reason: String) -> String {
        let words = ["refused", "failed", "account", "no answer"]
        guard let word = words.first(where: { reason == $0 || reason.hasPrefix($0 + " ") }) else { return reason }
        let code = reason.dropFirst(word.count + 1)
        return self["failure.\(word)"] + (code.isEmpty ? "" : " (\(code))")
    }
}
