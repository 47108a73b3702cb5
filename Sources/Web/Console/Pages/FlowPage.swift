import Conversation
import Gateway
import HTTPTypes
import Pictures
import Storage

/// A flow: its picture with how many went each way, and the same as tables.
struct FlowPage: ConsolePage {
    /// A step.
    struct Line: Sendable {
        let name: String
        let tag: String
        let arrived: Int
        let left: Int
        let waiting: Int
        let ended: Int
        let brokeOff: Int
    }

    /// A way, or a move that took none.
    struct Move: Sendable {
        let from: String
        let way: String
        let to: String
        /// The page of the flow it leads to, nil where that is this one.
        let door: String?
        let count: Int
    }

    let frame: Frame
    let name: String
    let path: String
    let from: String
    let until: String
    let languages: [Choice]
    let revisions: [Choice]
    let picture: String
    let lines: [Line]
    let moves: [Move]
    let jumps: [Move]
    let hasJumps: Bool

    static let template = """
        <p class="quiet"><a href="/console/flows">{{frame.t.allFlows}}</a> · <code>{{name}}</code></p>
        <form method="get" action="{{path}}" class="row period">
        <div><label for="from">{{frame.t.begunFrom}}</label><input id="from" name="from" type="date" value="{{from}}"></div>
        <div><label for="until">{{frame.t.begunUntil}}</label>\
        <input id="until" name="until" type="date" value="{{until}}"></div>
        \(Choice.select("in", of: "languages", label: "language"))
        \(Choice.select("revision", of: "revisions"))
        <button class="second">{{frame.t.show}}</button>
        </form>
        <p>{{frame.t.flowHelp}}</p>
        <div class="wide flowchart" tabindex="0" role="region" aria-label="{{frame.t.flowPicture}}">
        <img src="{{picture}}" alt="{{frame.t.flowPictureAlt}}">
        </div>
        <h2>{{frame.t.flowSteps}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.t.flowSteps}}">
        <table class="figures">
        <thead><tr><th scope="col">{{frame.t.flowStep}}</th><th scope="col">{{frame.t.arrived}}</th>
        <th scope="col">{{frame.t.wentOn}}</th><th scope="col">{{frame.t.waitsThere}}</th>
        <th scope="col">{{frame.t.endedThere}}</th><th scope="col">{{frame.t.brokeOff}}</th></tr></thead>
        <tbody>
        {{#lines}}
        <tr><th scope="row">{{name}} <span class="quiet">{{tag}}</span></th><td>{{arrived}}</td><td>{{left}}</td>
        <td>{{waiting}}</td><td>{{ended}}</td><td>{{brokeOff}}</td></tr>
        {{/lines}}
        </tbody>
        </table>
        </div>
        <h2>{{frame.t.flowWays}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.t.flowWays}}">
        <table class="figures">
        <thead><tr><th scope="col">{{frame.t.flowStep}}</th><th scope="col">{{frame.t.flowWay}}</th>
        <th scope="col">{{frame.t.leadsTo}}</th><th scope="col">{{frame.t.took}}</th></tr></thead>
        <tbody>
        {{#moves}}
        <tr><th scope="row">{{from}}</th><td>{{way}}</td>
        <td>{{#door}}<a href="{{.}}">{{to}}</a>{{/door}}{{^door}}{{to}}{{/door}}</td><td>{{count}}</td></tr>
        {{/moves}}
        </tbody>
        </table>
        </div>
        {{#hasJumps}}
        <h2>{{frame.t.jumps}}</h2>
        <p>{{frame.t.jumpsHelp}}</p>
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.t.jumps}}">
        <table class="figures">
        <thead><tr><th scope="col">{{frame.t.cameFrom}}</th><th scope="col">{{frame.t.leadsTo}}</th>
        <th scope="col">{{frame.t.took}}</th></tr></thead>
        <tbody>
        {{#jumps}}<tr><th scope="row">{{from}}</th><td>{{to}}</td><td>{{count}}</td></tr>{{/jumps}}
        </tbody>
        </table>
        </div>
        {{/hasJumps}}
        """
}

extension ConsoleHandlers {
    func flow(_ visit: Visit) async throws -> ConsoleAnswer {
        let question = flowQuestion(visit)
        guard let (graph, counts) = try await counted(question, visit) else { return fault(.missing, visit) }
        let revisions = try await gateway.flows.revisions(begunOn: question.filter.days)
        let texts = visit.texts
        let pack = gateway.flows.pack(question.filter.revision)
        let page = FlowPage(
            frame: Frame("flowTitle", visit, titleValue: graph.title), name: question.flow,
            path: FlowQuestion.address(of: question.flow), from: question.from, until: question.until,
            languages: Self.choices(pack.languages.map { ($0.tag, $0.name) }, question.filter.language, texts),
            revisions: Self.choices(revisions.map { ($0.hash, "\($0)") }, question.filter.revision?.hash, texts),
            picture: question.picture, lines: FlowPage.lines(graph, counts),
            moves: FlowPage.moves(graph, counts, texts), jumps: FlowPage.jumps(counts, texts),
            hasJumps: !counts.jumps.isEmpty)
        return show(page, visit)
    }

    /// The picture of a flow with how many went each way.
    func flowPicture(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let (graph, counts) = try await counted(flowQuestion(visit), visit) else { return fault(.missing, visit) }
        let arrived = graph.nodes.filter { !$0.isDoor }.map { ($0.id, counts.steps[$0.id]?.arrived ?? 0) }
        let overlay = Overlay(nodes: Dictionary(arrived) { first, _ in first }, ways: counts.ways)
        return ConsoleAnswer(file: .picture(Drawing(graph, overlay: overlay).svg()))
    }

    private func flowQuestion(_ visit: Visit) -> FlowQuestion {
        FlowQuestion(FlowQuestion.flow(visit), visit, today: today)
    }

    /// The steps of a flow and what is counted of them; nil where neither the pack nor the counts have any.
    private func counted(_ question: FlowQuestion, _ visit: Visit) async throws -> (Graph, FlowCounts)? {
        let pack = gateway.flows.pack(question.filter.revision)
        let language = pack.place(of: question.filter.language ?? visit.language.rawValue)
        guard let graph = Graph(flow: question.flow, of: pack, language: language) else { return nil }
        return (graph, try await gateway.flows.counts(question.filter))
    }

    private static func choices(
        _ values: [(value: String, label: String)], _ chosen: String?, _ texts: Texts
    ) -> [Choice] {
        [Choice(value: "", label: texts["all"], isChosen: chosen == nil)]
            + values.map { Choice(value: $0.value, label: $0.label, isChosen: $0.value == chosen) }
    }
}

extension FlowPage {
    /// The steps of the picture in its order, then those that only other revisions have.
    fileprivate static func lines(_ graph: Graph, _ counts: FlowCounts) -> [Line] {
        let nodes = graph.nodes.filter { !$0.isDoor }
        let known = Set(nodes.map(\.id))
        let others = counts.steps.keys.filter { !known.contains($0) }.sorted()
        return nodes.map { line($0.name, $0.tag.rawValue, counts.steps[$0.id]) }
            + others.map { line($0, "", counts.steps[$0]) }
    }

    private static func line(_ name: String, _ tag: String, _ step: FlowCounts.Step?) -> Line {
        let step = step ?? FlowCounts.Step()
        return Line(
            name: name, tag: tag, arrived: step.arrived, left: step.left, waiting: step.waiting, ended: step.ended,
            brokeOff: step.brokeOff)
    }

    /// The ways of the picture in its order.
    fileprivate static func moves(_ graph: Graph, _ counts: FlowCounts, _ texts: Texts) -> [Move] {
        let nodes = Dictionary(graph.nodes.map { ($0.id, $0) }) { first, _ in first }
        return graph.ways.map { way in
            let target = way.target.flatMap { nodes[$0] }
            let to =
                switch way.to {
                case .back: texts["leadsBack"]
                case .home: texts["leadsHome"]
                case .end: texts["leadsOut"]
                case .node(let id): target?.name ?? id
                }
            return Move(
                from: nodes[way.from]?.name ?? way.from, way: way.caption, to: to,
                door: target.flatMap { $0.isDoor ? FlowQuestion.address(of: $0.flow) : nil },
                count: counts.ways[way.id] ?? 0)
        }
    }

    fileprivate static func jumps(_ counts: FlowCounts, _ texts: Texts) -> [Move] {
        counts.jumps.map { jump in
            Move(
                from: jump.from ?? texts["fromOutside"], way: "", to: jump.to ?? texts["otherLanguage"], door: nil,
                count: jump.count)
        }
    }
}
