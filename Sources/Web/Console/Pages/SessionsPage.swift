import Conversation
import Directory
import Expressions
import Gateway
import HTTPTypes
import Storage

/// The conversations, the latest first, and ways to find one.
struct SessionsPage: ConsolePage {
    /// A conversation.
    struct Line: Sendable {
        let id: Int64
        let beganAt: String
        let lastAt: String
        let channel: String
        let flow: String
        let language: String
        let state: String
        let isOpen: Bool
        let turns: Int
        /// How much of it staff must look at; nil where nothing is.
        let flags: Int?
    }

    /// A filter that goes with a form.
    struct Hidden: Sendable {
        let word: String
        let value: String
    }

    /// Conversations in which something was said.
    struct Said: Sendable {
        /// What was looked for.
        let words: String
        /// What cannot be found yet, in a sentence; nil where everything can.
        let unread: String?
        /// Whether not all was looked at.
        let isPartial: Bool
        /// Where to look further; nil where there is nothing more.
        let next: Int64?
    }

    let frame: Frame
    let filters: [Hidden]
    let findHint: String
    let said: Said?
    let channels: [Choice]
    let flows: [Choice]
    let languages: [Choice]
    let places: [Choice]
    let states: [Choice]
    let tag: String
    let isFlagged: Bool
    let from: String
    let until: String
    let person: Int64?
    let lines: [Line]
    let hasLines: Bool
    /// Where the next page is; nil on the last one.
    let older: String?
    /// Where the page hears of changes; nil for one that is not kept fresh.
    let stream: String?

    /// Characters of what is looked for.
    static let mostSought = 200

    static let template = """
        <form method="post" action="/console/sessions/find" class="row find" role="search">
        <input type="hidden" name="form" value="{{frame.form}}">
        {{#filters}}<input type="hidden" name="{{word}}" value="{{value}}">{{/filters}}
        <label for="sought">{{frame.t.find}}</label>
        <input id="sought" name="sought" autocomplete="off" maxlength="200" placeholder="{{findHint}}" \
        value="{{#said}}{{words}}{{/said}}" required>
        <button class="second">{{frame.t.findNow}}</button>
        </form>
        <details class="filters"{{#isFiltered}} open{{/isFiltered}}><summary>{{frame.t.filter}}</summary>
        <form method="get" action="/console/sessions" class="row">
        {{#person}}<input type="hidden" name="person" value="{{.}}">{{/person}}
        \(Choice.select("channel", of: "channels"))
        \(Choice.select("flow", of: "flows"))
        \(Choice.select("in", of: "languages", label: "language"))
        \(Choice.select("place", of: "places"))
        \(Choice.select("state", of: "states"))
        <div><label for="from">{{frame.t.from}}</label><input id="from" name="from" type="date" value="{{from}}"></div>
        <div><label for="until">{{frame.t.until}}</label><input id="until" name="until" type="date" value="{{until}}"></div>
        <div><label for="tag">{{frame.t.tag}}</label><input id="tag" name="tag" class="short" value="{{tag}}"></div>
        <label class="sure"><input type="checkbox" name="flagged" value="yes"{{#isFlagged}} checked{{/isFlagged}}>
        {{frame.t.onlyFlagged}}</label>
        <button class="second">{{frame.t.show}}</button>
        <a href="/console/sessions">{{frame.t.showAll}}</a>
        </form>
        </details>
        {{#person}}<p class="lead">{{frame.t.ofRecord}} {{.}}</p>{{/person}}
        {{#said}}
        <p class="lead">{{frame.t.saidIn}} {{words}}</p>
        {{#isPartial}}<p class="quiet">{{frame.t.saidPartly}}</p>{{/isPartial}}
        {{#unread}}<p class="quiet">{{.}}</p>{{/unread}}
        {{/said}}
        <div id="list" data-fresh{{#stream}} data-stream="{{.}}"{{/stream}}>
        {{^hasLines}}<p class="quiet">{{frame.t.noneFound}}</p>{{/hasLines}}
        {{#hasLines}}
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.title}}">
        <table>
        <thead><tr><th scope="col">{{frame.t.number}}</th><th scope="col">{{frame.t.last}}</th>
        <th scope="col">{{frame.t.began}}</th><th scope="col">{{frame.t.channel}}</th>
        <th scope="col">{{frame.t.flow}}</th><th scope="col">{{frame.t.language}}</th>
        <th scope="col">{{frame.t.state}}</th><th scope="col">{{frame.t.turns}}</th></tr></thead>
        <tbody>
        {{#lines}}
        <tr><th scope="row"><a href="/console/sessions/{{id}}">{{id}}</a></th><td><time>{{lastAt}}</time></td>
        <td><time>{{beganAt}}</time></td><td>{{channel}}</td><td>{{flow}}</td><td>{{language}}</td>
        <td>{{#isOpen}}<span class="tag open">{{state}}</span>{{/isOpen}}{{^isOpen}}{{state}}{{/isOpen}}\
        {{#flags}} <span class="tag warn">{{frame.t.lookAt}} {{.}}</span>{{/flags}}</td><td>{{turns}}</td></tr>
        {{/lines}}
        </tbody>
        </table>
        </div>
        {{/hasLines}}
        {{#older}}<p><a href="{{.}}">{{frame.t.older}}</a></p>{{/older}}
        {{#said}}{{#next}}
        <form method="post" action="/console/sessions/find">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="sought" value="{{words}}">
        {{#filters}}<input type="hidden" name="{{word}}" value="{{value}}">{{/filters}}
        <input type="hidden" name="after" value="{{.}}"><button class="second">{{frame.t.older}}</button>
        </form>
        {{/next}}{{/said}}
        </div>
        """

    /// Whether anything but all is shown.
    let isFiltered: Bool
}

extension ConsoleHandlers {
    func sessions(_ visit: Visit) async throws -> ConsoleAnswer { try await sessions(visit, objection: nil) }

    /// Finds conversations by a phone number, a case's number or words, none of which ever stands in an address.
    func findSession(_ visit: Visit) async throws -> ConsoleAnswer {
        try await note(.searchSession, visit)
        let question = SessionQuestion(visit, clock, gateway)
        let place = visit.number("after").map(SessionID.init(rawValue:))
        let sought = String(visit.field("sought").prefix(SessionsPage.mostSought))
        switch try await gateway.sessions.find(sought, question.filter, after: place) {
        case .said(let list):
            return show(try await page(question, list, said: sought, visit), visit)
        case .session(let id): return .go(ConsoleRoute.sessions.path + "/\(id.rawValue)")
        case .people(let people):
            guard let person = people.first else { return try await sessions(visit, objection: "noneFound") }
            return .go(ConsoleRoute.sessions.path + "?person=\(person.rawValue)")
        case .nothing: return try await sessions(visit, objection: "noneFound")
        case .unreadable: return try await sessions(visit, objection: words("findUnreadable"))
        }
    }

    /// The key of a sentence about what can be looked for.
    private func words(_ key: String) -> String { gateway.sessions.findsWords ? key + "Words" : key }

    private func sessions(_ visit: Visit, objection: String?) async throws -> ConsoleAnswer {
        let question = SessionQuestion(visit, clock, gateway)
        let list = try await gateway.sessions.list(question.filter, after: question.place)
        let objections = objection.map { [Frame.Objection(field: "sought", sentence: visit.texts[$0])] } ?? []
        let page = try await page(
            question, list.sessions, Frame("conversations", visit, objections: objections), visit,
            older: list.next.map { question.address(after: $0) },
            stream: objection == nil ? question.stream(seen: list.mark) : nil)
        return show(page, visit, objections.isEmpty ? .ok : .unprocessableContent)
    }

    /// Conversations in which something was said.
    private func page(
        _ question: SessionQuestion, _ list: WordList, said sought: String, _ visit: Visit
    ) async throws -> SessionsPage {
        let said = SessionsPage.Said(
            words: sought, unread: list.unreadSince.map { visit.texts["saidUnread", clock.text($0)] },
            isPartial: list.isPartial, next: list.next?.rawValue)
        return try await page(question, list.sessions, Frame("conversations", visit), visit, said: said)
    }

    private func page(
        _ question: SessionQuestion, _ sessions: [SessionSummary], _ frame: Frame, _ visit: Visit,
        said: SessionsPage.Said? = nil, older: String? = nil, stream: String? = nil
    ) async throws -> SessionsPage {
        let asked = Dictionary(question.asked.map { ($0.word, $0.value) }) { first, _ in first }
        return SessionsPage(
            frame: frame, filters: question.asked.map { SessionsPage.Hidden(word: $0.word, value: $0.value) },
            findHint: visit.texts[words("findHint")], said: said,
            channels: channelChoices(question, visit.texts), flows: flowChoices(question, visit),
            languages: languageChoices(question, visit.texts),
            places: try await placeChoices(question, visit), states: question.states(visit.texts),
            tag: asked["tag"] ?? "", isFlagged: question.filter.isFlagged, from: asked["from"] ?? "",
            until: asked["until"] ?? "", person: question.filter.person?.rawValue,
            lines: sessions.map { line($0, visit) }, hasLines: !sessions.isEmpty, older: older, stream: stream,
            isFiltered: question.isFiltered)
    }

    /// The places that conversations are in, down to cities; what lies in a province stands behind a dash.
    private func placeChoices(_ question: SessionQuestion, _ visit: Visit) async throws -> [Choice] {
        let chosen = question.asked.first { $0.word == "place" }?.value ?? ""
        let regions = try await gateway.sessions.places().filter { $0.level <= .city || $0.code == chosen }
            .sorted { $0.code < $1.code }
        let choices = regions.map { region in
            (region.code, (region.level > .province ? "– " : "") + region.label(in: visit.language.rawValue))
        }
        return Choice.list([("", visit.texts["all"])] + choices, chosen: chosen)
    }

    private func channelChoices(_ question: SessionQuestion, _ texts: Texts) -> [Choice] {
        let names = gateway.parts.channels.keys.sorted()
        return Choice.list([("", texts["all"])] + names.map { ($0, $0) }, chosen: question.filter.channel ?? "")
    }

    private func flowChoices(_ question: SessionQuestion, _ visit: Visit) -> [Choice] {
        let flows = gateway.parts.library.machine.packs.current.flowTitles.keys.sorted()
        return Choice.list(
            [("", visit.texts["all"])] + flows.map { ($0, title(ofFlow: $0, visit)) },
            chosen: question.filter.flow ?? "")
    }

    private func languageChoices(_ question: SessionQuestion, _ texts: Texts) -> [Choice] {
        let languages = gateway.parts.library.machine.packs.current.languages
        return Choice.list(
            [("", texts["all"])] + languages.map { ($0.tag, $0.name) }, chosen: question.filter.language ?? "")
    }

    /// What staff call a flow.
    func title(ofFlow flow: String, _ visit: Visit) -> String {
        if flow == SessionDesk.flowOfFacts { return visit.texts["ruleQuestions"] }
        return gateway.parts.library.machine.packs.current.title(ofFlow: flow, in: visit.language.rawValue)
    }

    private func line(_ session: SessionSummary, _ visit: Visit) -> SessionsPage.Line {
        SessionsPage.Line(
            id: session.id.rawValue, beganAt: clock.text(session.beganAt), lastAt: clock.text(session.lastAt),
            channel: session.channel, flow: title(ofFlow: session.flow, visit), language: session.language ?? "",
            state: state(session, visit.texts), isOpen: session.outcome == nil, turns: session.turns,
            flags: session.flags > 0 ? session.flags : nil)
    }

    /// How a conversation stands, in one word.
    func state(_ session: SessionSummary, _ texts: Texts) -> String {
        texts["outcome.\(session.outcome?.rawValue ?? "open")"]
    }
}
