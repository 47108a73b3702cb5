import Gateway
import Storage

/// Messages that were given up, and one more try.
struct OutboxPage: ConsolePage {
    /// A message that was given up.
    struct Letter: Sendable {
        let id: Int64
        let channel: String
        let reason: String
        let attempts: Int
        let createdAt: String
        let diedAt: String
    }

    let frame: Frame
    let waiting: Int
    let dead: Int
    let letters: [Letter]
    let hasLetters: Bool
    let mayRetry: Bool

    static let template = """
        <dl class="facts">
        <div><dt>{{frame.t.messagesWaiting}}</dt><dd>{{waiting}}</dd></div>
        <div><dt>{{frame.t.messagesDead}}</dt><dd>{{dead}}</dd></div>
        </dl>
        <p><a href="/console/outbox/all">{{frame.t.allMessages}}</a></p>
        {{^hasLetters}}<p class="quiet">{{frame.t.noDead}}</p>{{/hasLetters}}
        {{#hasLetters}}
        <p>{{frame.t.outboxHelp}}</p>
        <form method="post" action="/console/outbox/retry">
        <input type="hidden" name="form" value="{{frame.form}}">
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.t.messagesDead}}">
        <table>
        <thead><tr>{{#mayRetry}}<th scope="col"><span class="unseen">{{frame.t.choose}}</span></th>{{/mayRetry}}
        <th scope="col">{{frame.t.number}}</th><th scope="col">{{frame.t.channel}}</th>
        <th scope="col">{{frame.t.reason}}</th><th scope="col">{{frame.t.attempts}}</th>
        <th scope="col">{{frame.t.written}}</th><th scope="col">{{frame.t.givenUp}}</th></tr></thead>
        <tbody>
        {{#letters}}
        <tr>{{#mayRetry}}<td><input type="checkbox" name="id" value="{{id}}" id="letter-{{id}}"></td>{{/mayRetry}}
        <td><label for="letter-{{id}}">{{id}}</label></td><td>{{channel}}</td><td>{{reason}}</td><td>{{attempts}}</td>
        <td><time>{{createdAt}}</time></td><td><time>{{diedAt}}</time></td></tr>
        {{/letters}}
        </tbody>
        </table>
        </div>
        {{#mayRetry}}
        <div class="row"><button name="which" value="chosen">{{frame.t.retryChosen}}</button>
        <button class="second" name="which" value="listed">{{frame.t.retryListed}}</button></div>
        {{/mayRetry}}
        </form>
        {{/hasLetters}}
        """
}

extension ConsoleHandlers {
    func outbox(_ visit: Visit) async throws -> ConsoleAnswer {
        let list = try await gateway.deadLetters.list(channel: nil)
        let letters = list.letters.map { letter in
            OutboxPage.Letter(
                id: letter.id, channel: letter.channel, reason: visit.texts.reason(letter.reason),
                attempts: letter.attempts, createdAt: clock.text(rfc3339: letter.createdAt),
                diedAt: clock.text(rfc3339: letter.diedAt))
        }
        return show(
            OutboxPage(
                frame: Frame("outbox", visit, done: visit.retried), waiting: list.waiting, dead: list.dead,
                letters: letters,
                hasLetters: !letters.isEmpty, mayRetry: visit.rights.contains(.operate)), visit)
    }

    func retryMessages(_ visit: Visit) async throws -> ConsoleAnswer {
        let ids: [Int64]
        if visit.field("which") == "listed" {
            ids = try await gateway.deadLetters.list(channel: nil).letters.map(\.id)
        } else {
            ids = (visit.lists["id"] ?? []).compactMap { Int64($0) }
        }
        let subject = ids.count == 1 ? "message \(ids[0])" : "\(ids.count) messages"
        if !ids.isEmpty { try await note(.retryMessages, visit, on: subject) }
        return .go(ConsoleRoute.outbox.path + "?" + Visit.retried(try await gateway.deadLetters.revive(ids)))
    }
}

extension Visit {
    /// The parameter that tells the next page how many messages go once more; none of them where no channel sends SMS.
    static func retried(_ count: Int?) -> String { "sent=\(count.map(String.init) ?? "none")" }

    /// What that page says of it.
    var retried: String? {
        guard let sent = parameters["sent"] else { return nil }
        if sent == "none" { return "noChannel" }
        return Int(sent).map { $0 > 0 ? "retried" : "nothingRetried" }
    }
}

extension Texts {
    /// Why a message was given up: a word of ours, with the provider's code behind it.
    func reason(_ text: String) -> String {
        for (word, known) in all where word.hasPrefix("dead.") {
            let own = word.dropFirst("dead.".count)
            if text == own { return known }
            if text.hasPrefix(own + " ") { return known + " (" + text.dropFirst(own.count + 1) + ")" }
        }
        return text
    }
}
