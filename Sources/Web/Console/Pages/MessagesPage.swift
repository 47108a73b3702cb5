import Gateway
import Storage

/// All messages, the latest first: neither texts nor numbers.
struct MessagesPage: ConsolePage {
    /// A message.
    struct Line: Sendable {
        let id: Int64
        let channel: String
        let state: String
        let isDead: Bool
        let reason: String?
        let attempts: Int
        let writtenAt: String
        let dueAt: String?
        let settledAt: String?
    }

    let frame: Frame
    let channels: [Choice]
    let stages: [Choice]
    let lines: [Line]
    let hasLines: Bool
    let older: String?
    /// The channel whose messages can all go once more; nil where none can.
    let retried: String?

    static let template = """
        <p><a href="/console/outbox">{{frame.t.messagesDead}}</a></p>
        <form method="get" action="/console/outbox/all" class="row period">
        \(Choice.select("channel", of: "channels"))
        \(Choice.select("stage", of: "stages", label: "state"))
        <button class="second">{{frame.t.show}}</button>
        </form>
        {{#retried}}
        <form method="post" action="/console/outbox/retry-channel">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="channel" value="{{.}}">
        <p>{{frame.t.retryChannelHelp}}</p>
        <button class="second">{{frame.t.retryChannel}} ({{.}})</button>
        </form>
        {{/retried}}
        {{^hasLines}}<p class="quiet">{{frame.t.noMessages}}</p>{{/hasLines}}
        {{#hasLines}}
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.title}}">
        <table class="figures">
        <thead><tr><th scope="col">{{frame.t.number}}</th><th scope="col">{{frame.t.channel}}</th>
        <th scope="col">{{frame.t.state}}</th><th scope="col">{{frame.t.attempts}}</th>
        <th scope="col">{{frame.t.written}}</th><th scope="col">{{frame.t.nextTry}}</th>
        <th scope="col">{{frame.t.settled}}</th></tr></thead>
        <tbody>
        {{#lines}}
        <tr><th scope="row">{{id}}</th><td>{{channel}}</td>
        <td>{{#isDead}}<span class="tag warn">{{state}}</span>{{/isDead}}{{^isDead}}{{state}}{{/isDead}}\
        {{#reason}} {{.}}{{/reason}}</td><td>{{attempts}}</td><td><time>{{writtenAt}}</time></td>
        <td><time>{{dueAt}}</time></td><td><time>{{settledAt}}</time></td></tr>
        {{/lines}}
        </tbody>
        </table>
        </div>
        {{/hasLines}}
        {{#older}}<p><a href="{{.}}">{{frame.t.older}}</a></p>{{/older}}
        """
}

extension ConsoleHandlers {
    func messages(_ visit: Visit) async throws -> ConsoleAnswer {
        let names = Set(gateway.parts.channels.keys).union(try await gateway.messages.channels().map(\.name)).sorted()
        let channel = visit.parameters["channel"].flatMap { names.contains($0) ? $0 : nil }
        let stage = visit.parameters["stage"].flatMap(OutboxFilter.Stage.init(rawValue:))
        let place = visit.parameters["after"].flatMap { Int64($0) }.map(OutboxID.init(rawValue:))
        let list = try await gateway.messages.list(OutboxFilter(channel: channel, stage: stage), after: place)
        let texts = visit.texts
        let query = [channel.map { "channel=\($0)" }, stage.map { "stage=\($0.rawValue)" }].compactMap(\.self)
        let mayRetry = visit.rights.contains(.operate) && stage == .dead && !list.entries.isEmpty
        let page = MessagesPage(
            frame: Frame("allMessages", visit, done: visit.retried),
            channels: [Choice(value: "", label: texts["all"], isChosen: channel == nil)]
                + names.map { Choice(value: $0, label: $0, isChosen: $0 == channel) },
            stages: [Choice(value: "", label: texts["all"], isChosen: stage == nil)]
                + OutboxFilter.Stage.allCases.map {
                    Choice(
                        value: $0.rawValue, label: texts["stage.\($0.rawValue)"], isChosen: $0 == stage)
                },
            lines: list.entries.map { line($0, texts) }, hasLines: !list.entries.isEmpty,
            older: list.next.map {
                ConsoleRoute.messages.path + "?" + (query + ["after=\($0.rawValue)"]).joined(separator: "&")
            },
            retried: mayRetry ? channel : nil)
        return show(page, visit)
    }

    /// Lets everything that a channel failed to send go once more.
    func retryChannel(_ visit: Visit) async throws -> ConsoleAnswer {
        let name = visit.field("channel")
        guard try await gateway.messages.channels().contains(where: { $0.name == name }) else {
            return fault(.missing, visit)
        }
        try await note(.retryMessages, visit, on: "channel \(name)")
        let count = try await gateway.messages.retryAll(of: name)
        return .go(ConsoleRoute.messages.path + "?channel=\(name)&stage=dead&" + Visit.retried(count))
    }

    private func line(_ entry: OutboxEntry, _ texts: Texts) -> MessagesPage.Line {
        MessagesPage.Line(
            id: entry.id.rawValue, channel: entry.channel, state: texts["message.\(entry.state.rawValue)"],
            isDead: entry.deadReason != nil, reason: entry.deadReason.map(texts.reason),
            attempts: entry.attempts, writtenAt: clock.text(entry.createdAt), dueAt: entry.dueAt.map(clock.text),
            settledAt: entry.settledAt.map(clock.text))
    }
}
