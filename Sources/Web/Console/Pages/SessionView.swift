import Conversation
import Gateway
import Storage
import Telephony

/// One conversation: each screen as it was sent, and what came of it.
struct SessionView: ConsolePage {
    /// One turn.
    struct Line: Sendable {
        let at: String
        let pause: String?
        let typed: String?
        let understood: String?
        let step: String
        let screen: Screen?
        let troubles: [String]
    }

    /// A screen or an SMS.
    struct Screen: Sendable {
        let text: String
        let measure: String
        let isWithheld: Bool
    }

    /// An SMS with what became of it.
    struct Message: Sendable {
        let id: Int64
        let at: String
        let channel: String
        let outcome: String
        let screen: Screen
    }

    /// A case that it opened.
    struct Case: Sendable {
        let caseNumber: Int
        let topic: String
        let openedAt: String
        let words: String
    }

    let frame: Frame
    let id: Int64
    let record: Int64
    let ending: String?
    let channel: String
    let flow: String
    let language: String
    let state: String
    let isOpen: Bool
    let step: String
    let beganAt: String
    let lastAt: String
    let revision: String
    let lines: [Line]
    let messages: [Message]
    let hasMessages: Bool
    let cases: [Case]
    let hasCases: Bool
    let isWhole: Bool

    static let template = """
        <p><a href="/console/sessions">{{frame.t.toSessions}}</a></p>
        <dl class="facts">
        <div><dt>{{frame.t.state}}</dt><dd>{{#isOpen}}<span class="tag open">{{state}}</span>{{/isOpen}}\
        {{^isOpen}}{{state}}{{/isOpen}} <code>{{step}}</code></dd></div>
        <div><dt>{{frame.t.record}}</dt><dd><a href="/console/sessions?person={{record}}">{{record}}</a>\
        {{#ending}} <span class="quiet">{{frame.t.numberEnds}} {{.}}</span>{{/ending}}</dd></div>
        <div><dt>{{frame.t.channel}}</dt><dd>{{channel}}, {{language}}</dd></div>
        <div><dt>{{frame.t.time}}</dt><dd><time>{{beganAt}}</time> – <time>{{lastAt}}</time></dd></div>
        <div><dt>{{frame.t.revision}}</dt><dd><code>{{revision}}</code></dd></div>
        </dl>
        {{^isWhole}}
        <p class="quiet">{{frame.t.redacted}}
        <a href="/console/sessions/{{id}}?sight=whole">{{frame.t.showWhole}}</a></p>
        {{/isWhole}}
        {{#isWhole}}<p class="warn">{{frame.t.wholeShown}}</p>{{/isWhole}}
        <h2>{{frame.t.conversation}}</h2>
        <ol class="talk">
        {{#lines}}
        <li>
        <p class="when"><time>{{at}}</time>{{#pause}} <span>{{frame.t.after}} {{.}}</span>{{/pause}}</p>
        {{#typed}}<p class="typed"><span class="unseen">{{frame.t.typed}}</span>{{.}}</p>{{/typed}}
        {{#understood}}<p class="meant">{{frame.t.understood}} {{.}}</p>{{/understood}}
        {{#screen}}
        <div class="screen{{#isWithheld}} withheld{{/isWithheld}}"><pre>{{text}}</pre></div>
        <p class="meant"><code>{{step}}</code> · {{measure}}</p>
        {{/screen}}
        {{#troubles}}<p class="warn">{{.}}</p>{{/troubles}}
        </li>
        {{/lines}}
        </ol>
        {{#hasMessages}}
        <h2>{{frame.t.outbox}}</h2>
        <ol class="talk">
        {{#messages}}
        <li><p class="when"><time>{{at}}</time> <span>{{channel}}, {{frame.t.number}} {{id}}: {{outcome}}</span></p>
        {{#screen}}<div class="screen{{#isWithheld}} withheld{{/isWithheld}}"><pre>{{text}}</pre></div>
        <p class="meant">{{measure}}</p>{{/screen}}</li>
        {{/messages}}
        </ol>
        {{/hasMessages}}
        {{#hasCases}}
        <h2>{{frame.t.cases}}</h2>
        {{#cases}}
        <section class="card"><h3>{{frame.t.case}} {{caseNumber}}: {{topic}}</h3><p><time>{{openedAt}}</time></p>
        <p>{{words}}</p></section>
        {{/cases}}
        {{/hasCases}}
        """
}

extension ConsoleHandlers {
    func session(_ visit: Visit) async throws -> ConsoleAnswer {
        let number = visit.parameters["id"].flatMap { Int64($0) } ?? 0
        let isWhole = visit.parameters["sight"] == "whole"
        let id = SessionID(rawValue: number)
        guard let page = try await gateway.sessions.page(id, sight: isWhole ? .whole : .redacted) else {
            return fault(.missing, visit)
        }
        // On the disk before anybody sees it.
        if isWhole { try await note(.readSession, visit, on: "session \(number)") }
        return show(view(page, isWhole: isWhole, visit), visit)
    }

    private func view(_ page: SessionPage, isWhole: Bool, _ visit: Visit) -> SessionView {
        let (summary, texts) = (page.summary, visit.texts)
        return SessionView(
            frame: Frame("session", visit, titleValue: summary.id.rawValue.description), id: summary.id.rawValue,
            record: summary.person.rawValue, ending: page.numberEnding, channel: summary.channel, flow: summary.flow,
            language: summary.language ?? "–", state: state(summary, texts), isOpen: summary.outcome == nil,
            step: summary.step, beganAt: clock.text(summary.beganAt), lastAt: clock.text(summary.lastAt),
            revision: summary.revision?.hash ?? "–", lines: page.turns.map { line($0, texts) },
            messages: page.messages.map { message($0, texts) }, hasMessages: !page.messages.isEmpty,
            cases: page.cases.map { opened in
                SessionView.Case(
                    caseNumber: opened.number, topic: opened.topic, openedAt: clock.text(opened.openedAt),
                    words: opened.note)
            }, hasCases: !page.cases.isEmpty, isWhole: isWhole)
    }

    private func line(_ turn: SessionPage.Turn, _ texts: Texts) -> SessionView.Line {
        SessionView.Line(
            at: clock.time(turn.line.at), pause: turn.pause.flatMap { $0 > 0 ? texts.duration($0) : nil },
            typed: turn.line.input.isEmpty ? nil : turn.line.input,
            understood: turn.line.understood.isEmpty ? nil : turn.line.understood, step: turn.line.step,
            screen: turn.screen.map { screen($0, texts) },
            troubles: turn.line.flags.map { "\($0.step): \($0.detail)" })
    }

    private func message(_ message: SessionPage.Message, _ texts: Texts) -> SessionView.Message {
        let why = message.deadReason.map { " (" + texts.reason($0) + ")" } ?? ""
        return SessionView.Message(
            id: message.id.rawValue, at: clock.text(message.createdAt), channel: message.channel,
            outcome: texts["message.\(message.state.rawValue)"] + why, screen: screen(message.screen, texts))
    }

    private func screen(_ screen: SessionPage.Screen, _ texts: Texts) -> SessionView.Screen {
        SessionView.Screen(
            text: screen.isWithheld ? texts["withheld"] : screen.text, measure: texts.measure(screen),
            isWithheld: screen.isWithheld)
    }
}

extension Texts {
    /// How much of its channel a screen or an SMS took.
    func measure(_ screen: SessionPage.Screen) -> String {
        let units = screen.limit.map { self["unitsOf", screen.length.units, $0] } ?? self["units", screen.length.units]
        let parts = screen.segments.map { self["segments", $0] }
        return [units, parts].compactMap(\.self).joined(separator: " · ")
    }
}
