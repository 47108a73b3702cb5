import Conversation
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

    let frame: Frame
    let channels: [Choice]
    let flows: [Choice]
    let languages: [Choice]
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

    static let template = """
        <form method="post" action="/console/sessions/find" class="row find" role="search">
        <input type="hidden" name="form" value="{{frame.form}}">
        <label for="sought">{{frame.t.find}}</label>
        <input id="sought" name="sought" autocomplete="off" inputmode="tel" placeholder="{{frame.t.findHint}}" required>
        <button class="second">{{frame.t.findNow}}</button>
        </form>
        <details class="filters"{{#isFiltered}} open{{/isFiltered}}><summary>{{frame.t.filter}}</summary>
        <form method="get" action="/console/sessions" class="row">
        {{#person}}<input type="hidden" name="person" value="{{.}}">{{/person}}
        <div><label for="channel">{{frame.t.channel}}</label><select id="channel" name="channel">
        {{#channels}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/channels}}
        </select></div>
        <div><label for="flow">{{frame.t.flow}}</label><select id="flow" name="flow">
        {{#flows}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/flows}}
        </select></div>
        <div><label for="spoken">{{frame.t.language}}</label><select id="spoken" name="language">
        {{#languages}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/languages}}
        </select></div>
        <div><label for="state">{{frame.t.state}}</label><select id="state" name="state">
        {{#states}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>{{/states}}
        </select></div>
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
        </div>
        """

    /// Whether anything but all is shown.
    let isFiltered: Bool
}

extension ConsoleHandlers {
    func sessions(_ visit: Visit) async throws -> ConsoleAnswer { try await sessions(visit, objection: nil) }

    /// Finds a conversation by a phone number or a case's number, which never stand in an address.
    func findSession(_ visit: Visit) async throws -> ConsoleAnswer {
        try await note(.searchSession, visit)
        switch try await gateway.sessions.find(visit.field("sought")) {
        case .session(let id): return .go(ConsoleRoute.sessions.path + "/\(id.rawValue)")
        case .people(let people):
            guard let person = people.first else { return try await sessions(visit, objection: "noneFound") }
            return .go(ConsoleRoute.sessions.path + "?person=\(person.rawValue)")
        case .nothing: return try await sessions(visit, objection: "noneFound")
        case .unreadable: return try await sessions(visit, objection: "findUnreadable")
        }
    }

    private func sessions(_ visit: Visit, objection: String?) async throws -> ConsoleAnswer {
        let question = SessionQuestion(visit, clock, gateway.deeds)
        let list = try await gateway.sessions.list(question.filter, after: question.place)
        let objections = objection.map { [Frame.Objection(field: "sought", sentence: visit.texts[$0])] } ?? []
        let frame = Frame("conversations", visit, objections: objections)
        let page = SessionsPage(
            frame: frame, channels: channelChoices(question, visit.texts), flows: flowChoices(question, visit.texts),
            languages: languageChoices(question, visit.texts),
            states: question.states(visit.texts), tag: visit.parameters["tag"] ?? "",
            isFlagged: question.filter.isFlagged,
            from: visit.parameters["from"] ?? "", until: visit.parameters["until"] ?? "",
            person: question.filter.person?.rawValue, lines: list.sessions.map { line($0, visit.texts) },
            hasLines: !list.sessions.isEmpty, older: list.next.map { question.address(after: $0) },
            stream: objection == nil ? question.stream(seen: list.mark) : nil,
            isFiltered: question.isFiltered)
        return show(page, visit, objections.isEmpty ? .ok : .unprocessableContent)
    }

    private func channelChoices(_ question: SessionQuestion, _ texts: Texts) -> [Choice] {
        let names = gateway.parts.channels.keys.sorted()
        return Choice.list([("", texts["all"])] + names.map { ($0, $0) }, chosen: question.filter.channel ?? "")
    }

    private func flowChoices(_ question: SessionQuestion, _ texts: Texts) -> [Choice] {
        let titles = gateway.parts.library.machine.packs.current.flowTitles.sorted { $0.key < $1.key }
        return Choice.list([("", texts["all"])] + titles.map { ($0.key, $0.value) }, chosen: question.filter.flow ?? "")
    }

    private func languageChoices(_ question: SessionQuestion, _ texts: Texts) -> [Choice] {
        let languages = gateway.parts.library.machine.packs.current.languages
        return Choice.list(
            [("", texts["all"])] + languages.map { ($0.tag, $0.name) }, chosen: question.filter.language ?? "")
    }

    /// What staff call a flow.
    func title(ofFlow flow: String, _ texts: Texts) -> String {
        if flow == SessionDesk.flowOfFacts { return texts["ruleQuestions"] }
        return gateway.parts.library.machine.packs.current.flowTitles[flow] ?? flow
    }

    private func line(_ session: SessionSummary, _ texts: Texts) -> SessionsPage.Line {
        SessionsPage.Line(
            id: session.id.rawValue, beganAt: clock.text(session.beganAt), lastAt: clock.text(session.lastAt),
            channel: session.channel, flow: title(ofFlow: session.flow, texts), language: session.language ?? "",
            state: state(session, texts), isOpen: session.outcome == nil, turns: session.turns,
            flags: session.flags > 0 ? session.flags : nil)
    }

    /// How a conversation stands, in one word.
    func state(_ session: SessionSummary, _ texts: Texts) -> String {
        texts["outcome.\(session.outcome?.rawValue ?? "open")"]
    }
}
