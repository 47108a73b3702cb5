import Conversation
import Expressions
import Gateway
import HTTPTypes
import Pictures

/// The flows of the published pack, and how they hang together.
struct FlowsPage: ConsolePage {
    /// A flow.
    struct Line: Sendable {
        let path: String
        let title: String
        let name: String
        let steps: Int
        let arrived: Int
        let left: Int
        let waiting: Int
        let ended: Int
        let brokeOff: Int
    }

    /// As many days up to today are counted; more would read more than a page should.
    static let days = 7

    let frame: Frame
    let counted: String
    let lines: [Line]
    let picture: String

    static let template = """
        <p>{{frame.t.flowsHelp}} {{counted}}</p>
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.title}}">
        <table class="figures">
        <thead><tr><th scope="col">{{frame.t.flow}}</th><th scope="col">{{frame.t.steps}}</th>
        <th scope="col">{{frame.t.arrived}}</th><th scope="col">{{frame.t.wentOn}}</th>
        <th scope="col">{{frame.t.waitsThere}}</th><th scope="col">{{frame.t.endedThere}}</th>
        <th scope="col">{{frame.t.brokeOff}}</th></tr></thead>
        <tbody>
        {{#lines}}
        <tr><th scope="row"><a href="{{path}}">{{title}}</a> <code>{{name}}</code></th><td>{{steps}}</td>
        <td>{{arrived}}</td><td>{{left}}</td><td>{{waiting}}</td><td>{{ended}}</td><td>{{brokeOff}}</td></tr>
        {{/lines}}
        </tbody>
        </table>
        </div>
        <h2>{{frame.t.flowsMap}}</h2>
        <div class="wide flowchart" tabindex="0" role="region" aria-label="{{frame.t.flowsMap}}">
        <img src="{{picture}}" alt="{{frame.t.flowsMapAlt}}">
        </div>
        """
}

extension ConsoleHandlers {
    func flows(_ visit: Visit) async throws -> ConsoleAnswer {
        let pack = gateway.flows.pack(nil)
        let from = today.adding(days: 1 - FlowsPage.days) ?? today
        let counts = try await gateway.flows.wholes(of: pack.flowNames, begunOn: from...today)
        let lines = pack.flowNames.map { flow in
            let whole = counts[flow] ?? FlowCounts.Step()
            return FlowsPage.Line(
                path: FlowQuestion.address(of: flow) + "?from=\(from.iso)",
                title: pack.title(ofFlow: flow, in: visit.language.rawValue), name: flow,
                steps: pack.steps.count { $0.flow == flow }, arrived: whole.arrived, left: whole.left,
                waiting: whole.waiting, ended: whole.ended, brokeOff: whole.brokeOff)
        }
        let page = FlowsPage(
            frame: Frame("flows", visit), counted: visit.texts["flowsCounted", FlowsPage.days], lines: lines,
            picture: ConsoleRoute.flowsPicture.path)
        return show(page, visit)
    }

    /// The picture of how the flows hang together.
    func flowsPicture(_ visit: Visit) -> ConsoleAnswer {
        let pack = gateway.flows.pack(nil)
        let graph = Graph(flowsOf: pack, language: pack.place(of: visit.language.rawValue))
        return ConsoleAnswer(file: .picture(Drawing(graph).svg()))
    }
}
