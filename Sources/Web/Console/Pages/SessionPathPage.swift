import Conversation
import Gateway
import HTTPTypes
import Pictures
import Storage

/// A conversation turn by turn: what she saw then, and the way she had come on the picture of the flow.
struct SessionPathPage: ConsolePage {
    /// A flow that she was in.
    struct Flow: Sendable {
        let title: String
        let path: String
        /// `true` for the one that is shown.
        let current: String?
    }

    let frame: Frame
    let id: Int64
    let place: String
    let first: String?
    let earlier: String?
    let later: String?
    let last: String?
    let lines: [SessionView.Line]
    let flows: [Flow]
    let picture: String
    let pictureOf: String

    static let template = """
        <p><a href="/console/sessions/{{id}}">{{frame.t.toSession}}</a></p>
        <nav class="row steps" aria-label="{{frame.t.turns}}">
        {{#first}}<a href="{{.}}">{{frame.t.firstTurn}}</a>{{/first}}
        {{#earlier}}<a href="{{.}}" rel="prev">{{frame.t.earlierTurn}}</a>{{/earlier}}
        <strong>{{place}}</strong>
        {{#later}}<a href="{{.}}" rel="next">{{frame.t.laterTurn}}</a>{{/later}}
        {{#last}}<a href="{{.}}">{{frame.t.lastTurn}}</a>{{/last}}
        </nav>
        \(SessionView.talk)
        <h2>{{frame.t.pathPicture}}</h2>
        <nav class="row steps" aria-label="{{frame.t.flow}}">
        {{#flows}}<a href="{{path}}"{{#current}} aria-current="{{.}}"{{/current}}>{{title}}</a>{{/flows}}
        </nav>
        <div class="wide picture" tabindex="0" role="region" aria-label="{{pictureOf}}">
        <img src="{{picture}}" alt="{{pictureOf}}">
        </div>
        """
}

extension ConsoleHandlers {
    func sessionPath(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let id = visit.session, let page = try await gateway.sessions.page(id, sight: .redacted),
            !page.turns.isEmpty
        else { return fault(.missing, visit) }
        let walked = WalkedPath(page, turn: visit.parameters["turn"], flow: visit.parameters["flow"])
        let texts = visit.texts
        let (turn, count) = (walked.turn, page.turns.count)
        return show(
            SessionPathPage(
                frame: Frame("session", visit, titleValue: id.rawValue.description), id: id.rawValue,
                place: texts["turnOf", turn, count], first: turn > 2 ? walked.address(1) : nil,
                earlier: turn > 1 ? walked.address(turn - 1) : nil,
                later: turn < count ? walked.address(turn + 1) : nil,
                last: turn < count - 1 ? walked.address(count) : nil, lines: [line(page.turns[turn - 1], texts)],
                flows: walked.flows.map { flow in
                    SessionPathPage.Flow(
                        title: title(ofFlow: flow, visit), path: walked.address(turn, flow),
                        current: flow == walked.flow ? "true" : nil)
                },
                picture: walked.picture, pictureOf: texts["pictureOf", title(ofFlow: walked.flow, visit)]), visit)
    }

    /// The picture of a flow with the way that she had come.
    func sessionPicture(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let id = visit.session, let page = try await gateway.sessions.page(id, sight: .redacted),
            !page.turns.isEmpty
        else { return fault(.missing, visit) }
        let walked = WalkedPath(page, turn: visit.parameters["turn"], flow: visit.parameters["flow"])
        let pack = gateway.sessions.pack(of: page.summary)
        guard let graph = Graph(flow: walked.flow, of: pack, language: pack.place(of: visit.language.rawValue)) else {
            return fault(.missing, visit)
        }
        return ConsoleAnswer(file: .picture(Drawing(graph, overlay: Overlay(path: walked.steps)).svg()))
    }

    /// The conversation as a talk, to be kept among the pack's own.
    func sessionTalk(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let id = visit.session, try await gateway.parts.store.session(id) != nil,
            let talk = try await gateway.sessions.talk(id)
        else { return fault(.missing, visit) }
        try await note(.saveTalk, visit, on: visit.subject)
        let name = "session-\(id.rawValue).talk"
        return ConsoleAnswer(file: ConsoleFile(text: talk, type: "text/plain; charset=utf-8", name: name))
    }
}

/// The steps that a conversation had walked by one of its turns.
private struct WalkedPath {
    /// The turn, from 1.
    let turn: Int
    /// The flow that is shown.
    let flow: String
    /// The flows she was in, in the order in which she came to them.
    let flows: [String]
    /// Their addresses, in order.
    let steps: [String]
    private let id: Int64

    /// - Parameters:
    ///   - turn: As the address has it; the last one where it has none.
    ///   - flow: As the address has it; the one of the turn's step where it has none.
    init(_ page: SessionPage, turn: String?, flow: String?) {
        let turn = min(max(turn.flatMap { Int($0) } ?? page.turns.count, 1), page.turns.count)
        let lines = page.turns.prefix(turn).map(\.line)
        let steps = lines.flatMap { $0.path.isEmpty ? [$0.step] : $0.path }.filter { !$0.isEmpty }
        var seen: Set<String> = []
        let flows = steps.map { String(Step.flow(of: $0)) }.filter { seen.insert($0).inserted }
        self.turn = turn
        self.steps = steps.reduce(into: []) { path, step in if path.last != step { path.append(step) } }
        self.flows = flows
        self.flow =
            flow.flatMap { flows.contains($0) ? $0 : nil } ?? lines.last.map { String(Step.flow(of: $0.step)) } ?? ""
        id = page.summary.id.rawValue
    }

    /// The page of a turn.
    func address(_ turn: Int, _ flow: String? = nil) -> String {
        ConsoleRoute.sessions.path + "/\(id)/path?turn=\(turn)" + (flow.map { "&flow=" + $0.queryEscaped } ?? "")
    }

    var picture: String {
        ConsoleRoute.sessions.path + "/\(id)/picture?turn=\(turn)&flow=" + flow.queryEscaped
    }
}
