import Conversation
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
    }

    let frame: Frame
    let lines: [Line]
    let picture: String

    static let template = """
        <p>{{frame.t.flowsHelp}}</p>
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.title}}">
        <table>
        <thead><tr><th scope="col">{{frame.t.flow}}</th><th scope="col">{{frame.t.flowName}}</th>
        <th scope="col">{{frame.t.steps}}</th></tr></thead>
        <tbody>
        {{#lines}}
        <tr><th scope="row"><a href="{{path}}">{{title}}</a></th><td><code>{{name}}</code></td><td>{{steps}}</td></tr>
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
    func flows(_ visit: Visit) -> ConsoleAnswer {
        let pack = gateway.flows.pack(nil)
        let lines = pack.flowNames.map { flow in
            FlowsPage.Line(
                path: FlowQuestion.address(of: flow), title: pack.flowTitles[flow] ?? flow, name: flow,
                steps: pack.steps.count { $0.flow == flow })
        }
        let page = FlowsPage(
            frame: Frame("flows", visit), lines: lines, picture: ConsoleRoute.flowsPicture.path)
        return show(page, visit)
    }

    /// The picture of how the flows hang together.
    func flowsPicture(_ visit: Visit) -> ConsoleAnswer {
        let pack = gateway.flows.pack(nil)
        let graph = Graph(flowsOf: pack, language: pack.place(of: visit.language.rawValue))
        return ConsoleAnswer(file: .picture(Drawing(graph).svg()))
    }
}
