import Conversation
import Expressions
import Gateway
import Storage
import Telephony

/// What the gateway did with what the phone sent, the latest first.
struct PhoneView: Sendable {
    /// One turn.
    struct Turn: Sendable {
        let at: String
        let pause: String?
        let typed: String?
        let understood: String?
        /// The steps that it walked; empty where it stayed.
        let path: [String]
        let hasPath: Bool
        /// Where it waits after that; nil where no step was reached.
        let step: String?
        /// How much of its channel the answer took; nil where nothing was said.
        let measure: String?
        let effects: [String]
        let troubles: [String]
    }

    /// The conversation's number; nil while there is none.
    let id: Int64?
    let state: String
    let isOpen: Bool
    let step: String
    let flow: String
    let language: String
    let record: Int64
    let revision: String
    let hasConsole: Bool
    let turns: [Turn]
    /// SMS of which no turn above tells, such as those of staff.
    let others: [String]
    let hasOthers: Bool
    /// Texts by their keys: the console's, and the phone's own.
    let t: [String: String]
    let p: [String: String]

    /// Of someone who did nothing yet.
    init(_ texts: Texts) {
        id = nil
        (state, isOpen, step, flow, language, record, revision) = ("", false, "", "", "", 0, "")
        (hasConsole, turns, others, hasOthers) = (false, [], [], false)
        (t, p) = (texts.all, texts.phone)
    }

    init(_ page: SessionPage, _ clock: WallClock, _ texts: Texts, hasConsole: Bool) {
        let summary = page.summary
        let times = Set(page.turns.map(\.line.at))
        id = summary.id.rawValue
        state = texts["outcome.\(summary.outcome?.rawValue ?? "open")"]
        isOpen = summary.outcome == nil
        step = summary.step
        flow = summary.flow
        language = summary.language ?? "–"
        record = summary.person.rawValue
        revision = summary.revision?.hash ?? "–"
        self.hasConsole = hasConsole
        turns = page.turns.reversed().map { Turn($0, of: page, clock, texts) }
        others = page.messages.filter { !times.contains($0.createdAt) }.map(texts.effect)
        hasOthers = !others.isEmpty
        (t, p) = (texts.all, texts.phone)
    }

    static let template = """
        {{^id}}<p class="quiet">{{p.nothing}}</p>{{/id}}
        {{#id}}
        <dl class="facts">
        <div><dt>{{t.state}}</dt><dd>{{#isOpen}}<span class="tag open">{{state}}</span>{{/isOpen}}\
        {{^isOpen}}{{state}}{{/isOpen}}</dd></div>
        <div><dt>{{p.step}}</dt><dd><code>{{step}}</code></dd></div>
        <div><dt>{{t.flow}}</dt><dd>{{flow}}, {{language}}</dd></div>
        <div><dt>{{t.record}}</dt><dd>{{record}}</dd></div>
        <div><dt>{{t.revision}}</dt><dd><code>{{revision}}</code></dd></div>
        </dl>
        {{#hasConsole}}<p><a href="/console/sessions/{{id}}">{{p.open}}</a></p>{{/hasConsole}}
        <ol class="log" reversed>
        {{#turns}}
        <li>
        <p class="when"><time>{{at}}</time>{{#pause}} <span>{{t.after}} {{.}}</span>{{/pause}}</p>
        <p>{{#typed}}<kbd>{{.}}</kbd> {{/typed}}{{#understood}}{{t.understood}} <strong>{{.}}</strong>{{/understood}}</p>
        {{#hasPath}}<p class="quiet way">{{#path}}<code>{{.}}</code>{{/path}}</p>{{/hasPath}}
        <p class="quiet">{{#step}}{{p.waits}} <code>{{.}}</code>{{/step}}{{#measure}} · {{.}}{{/measure}}</p>
        {{#effects}}<p class="effect">{{.}}</p>{{/effects}}
        {{#troubles}}<p class="warn">{{.}}</p>{{/troubles}}
        </li>
        {{/turns}}
        </ol>
        {{#hasOthers}}<h3>{{t.outbox}}</h3>{{#others}}<p class="effect">{{.}}</p>{{/others}}{{/hasOthers}}
        {{/id}}
        """
}

extension PhoneView.Turn {
    fileprivate init(_ turn: SessionPage.Turn, of page: SessionPage, _ clock: WallClock, _ texts: Texts) {
        let line = turn.line
        // A message and a case bear the time of the turn that made them.
        let messages = page.messages.filter { $0.createdAt == line.at }.map(texts.effect)
        let cases = page.cases.filter { $0.openedAt == line.at }.map { "\(texts["case"]) \($0.number): \($0.topic)" }
        self.init(
            at: clock.time(line.at), pause: turn.pause.flatMap { $0 > 0 ? texts.duration($0) : nil },
            typed: line.input.isEmpty ? nil : line.input,
            understood: line.understood.isEmpty ? nil : line.understood, path: line.path, hasPath: line.path.count > 1,
            step: line.step.isEmpty ? nil : line.step, measure: turn.screen.map(texts.measure),
            effects: messages + cases,
            troubles: line.flags.map { "\($0.step): \($0.detail)" })
    }
}

extension Texts {
    /// An SMS, how long it is, and what became of it.
    fileprivate func effect(_ message: SessionPage.Message) -> String {
        let why = message.deadReason.map { " (" + reason($0) + ")" } ?? ""
        let tries = message.attempts > 1 ? ", " + self["phone.tries", message.attempts] : ""
        return "SMS \(message.id.rawValue): " + self["message.\(message.state.rawValue)"] + why + tries + " · "
            + measure(message.screen)
    }
}
