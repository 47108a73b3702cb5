import Conversation
import Evidence
import Gateway
import HTTPTypes

/// How far people come in one flow, where they leave it, and how that differs between languages.
struct FlowEvidencePage: ConsolePage {
    /// A step with its counts; one that is not told is a dash.
    struct Line: Sendable {
        let name: String
        /// What it says, in the words of the pack.
        let words: String
        let arrived: String
        let cells: [String]
    }

    /// A bar of the chart, in the units of its picture.
    struct Bar: Sendable {
        let name: String
        let arrived: String
        /// Where the texts stand, and where the bar begins.
        let base: Int
        let top: Int
        let width: Int
        /// Where the part begins that fell silent, and how wide it is.
        let lostFrom: Int
        let lost: Int
        let end: Int
    }

    let frame: Frame
    let help: String
    let tooFew: String
    let month: String
    let months: [EvidencePage.Month]
    let flows: [Choice]
    let path: String
    let isTold: Bool
    let height: Int
    let bars: [Bar]
    let ends: [String]
    let lines: [Line]
    let tongues: [String]
    let byLanguage: [Line]
    /// Whether its reader may have the answers to its questions.
    let mayHaveResults: Bool
    /// The reason that was typed, where something was wrong.
    let reason: String
    let wrongReason: String?

    static let template = """
        <p class="quiet"><a href="/console/evidence?month={{month}}">{{frame.t.evidence}}</a></p>
        <form method="get" action="/console/evidence/{{month}}/flows" class="row period">
        <div><label for="month">{{frame.t.month}}</label><select id="month" name="in">
        {{#months}}<option{{#isChosen}} selected{{/isChosen}}>{{month}}</option>{{/months}}
        </select></div>
        \(Choice.select("flow", of: "flows", label: "topic"))
        <button class="second">{{frame.t.show}}</button>
        {{#isTold}}<a href="{{path}}/table">{{frame.t.asCSV}}</a>{{/isTold}}
        </form>
        <p>{{help}}</p>
        {{^isTold}}<p class="quiet">{{tooFew}}</p>{{/isTold}}
        {{#isTold}}
        <h2>{{frame.t.funnel}}</h2>
        <svg class="chart funnel" viewBox="0 0 400 {{height}}" aria-hidden="true">
        {{#bars}}<text x="0" y="{{base}}">{{name}}</text><rect x="150" y="{{top}}" width="{{width}}" height="12"/>\
        <rect class="lost" x="{{lostFrom}}" y="{{top}}" width="{{lost}}" height="12"/>\
        <text x="{{end}}" y="{{base}}">{{arrived}}</text>
        {{/bars}}
        </svg>
        <p class="quiet">{{frame.t.funnelHelp}}</p>
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.t.funnel}}">
        <table class="counts">
        <thead><tr><th scope="col">{{frame.t.evidenceStep}}</th><th scope="col">{{frame.t.arrived}}</th>
        <th scope="col">{{frame.t.wentOn}}</th>{{#ends}}<th scope="col">{{.}}</th>{{/ends}}</tr></thead>
        <tbody>
        {{#lines}}
        <tr><th scope="row">{{name}} <span class="quiet">{{words}}</span></th><td>{{arrived}}</td>\
        {{#cells}}<td>{{.}}</td>{{/cells}}</tr>
        {{/lines}}
        </tbody>
        </table>
        </div>
        <h2>{{frame.t.arrivedByLanguage}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.t.arrivedByLanguage}}">
        <table class="counts">
        <thead><tr><th scope="col">{{frame.t.evidenceStep}}</th>{{#tongues}}<th scope="col">{{.}}</th>{{/tongues}}
        <th scope="col">{{frame.t.arrived}}</th></tr></thead>
        <tbody>
        {{#byLanguage}}
        <tr><th scope="row">{{name}}</th>{{#cells}}<td>{{.}}</td>{{/cells}}<td>{{arrived}}</td></tr>
        {{/byLanguage}}
        </tbody>
        </table>
        </div>
        {{/isTold}}
        {{#mayHaveResults}}
        <h2>{{frame.t.results}}</h2>
        <p>{{frame.t.resultsHelp}}</p>
        <form method="post" action="{{path}}/results" class="sheet">
        <input type="hidden" name="form" value="{{frame.form}}">
        <div class="field">
        <label for="reason">{{frame.t.resultsReason}}</label>
        <p class="hint" id="reason-hint">{{frame.t.resultsReasonHelp}}</p>
        {{#wrongReason}}<p class="wrong" id="reason-wrong">{{.}}</p>{{/wrongReason}}
        <input id="reason" name="reason"{{#wrongReason}} aria-invalid="true"{{/wrongReason}} value="{{reason}}" \
        autocomplete="off" aria-describedby="reason-hint{{#wrongReason}} reason-wrong{{/wrongReason}}" required maxlength="500">
        </div>
        <label class="sure"><input type="checkbox" name="stable" value="yes"> {{frame.t.resultsStable}}</label>
        <button>{{frame.t.resultsGive}}</button>
        </form>
        {{/mayHaveResults}}
        """
}

extension ConsoleHandlers {
    /// - Parameter refusal: Why there are no results.
    func flowEvidence(_ visit: Visit, refusal: ResultsRefusal? = nil) async throws -> ConsoleAnswer {
        guard let (month, flow, figures) = try await flowFigures(visit) else { return fault(.missing, visit) }
        let (pack, desk, texts) = (gateway.parts.library.machine.packs.current, gateway.evidence, visit.texts)
        let names = FlowNames(flow, pack, texts, visit.language)
        let objection = refusal.map { texts["results.\($0.rawValue)", desk.least] }
        return show(
            FlowEvidencePage(
                frame: Frame(
                    "flowEvidenceTitle", visit, titleValue: pack.title(ofFlow: flow, in: visit.language.rawValue),
                    objections: objection.map { [Frame.Objection(field: "reason", sentence: $0)] } ?? []),
                help: texts["flowEvidenceHelp", desk.least], tooFew: texts["tooFewCame", desk.least], month: month,
                months: desk.months.map { EvidencePage.Month(month: $0, isChosen: $0 == month) },
                flows: pack.toldFlows.map {
                    Choice(
                        value: $0, label: pack.title(ofFlow: $0, in: visit.language.rawValue), isChosen: $0 == flow)
                },
                path: Self.address(of: flow, in: month), isTold: figures != nil,
                height: figures.map { names.steps($0).count * 22 } ?? 0, bars: figures.map(names.bars) ?? [],
                ends: figures?.ends.map(names.end) ?? [], lines: figures.map(names.lines) ?? [],
                tongues: figures?.languages.map(EvidenceNames(pack, texts, visit.language).tongue) ?? [],
                byLanguage: figures.map(names.byLanguage) ?? [],
                mayHaveResults: visit.rights.contains(.administer) && gateway.results.hasQuestions(flow),
                reason: visit.field("reason"), wrongReason: objection),
            visit, objection == nil ? .ok : .unprocessableContent)
    }

    /// Goes on with the page of the month and the flow that were chosen.
    func chooseFlowEvidence(_ visit: Visit) -> ConsoleAnswer {
        let (month, flow) = (visit.parameters["in"] ?? "", visit.parameters["flow"] ?? "")
        let flows = gateway.parts.library.machine.packs.current.toldFlows
        guard gateway.evidence.months.contains(month), flows.contains(flow) else { return fault(.missing, visit) }
        return .go(Self.address(of: flow, in: month))
    }

    /// The same counts as a table for other programs.
    func flowEvidenceTable(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let (month, flow, told) = try await flowFigures(visit), let figures = told else {
            return fault(.missing, visit)
        }
        let name = "evidence-\(month)-\(flow.replacing("/", with: "-")).csv"
        return .file(EvidenceTable(figures, of: flow, in: month).text, type: "text/csv; charset=utf-8", name: name)
    }

    /// What is told of the month and the flow that a page is of; nil where there is no such page.
    private func flowFigures(_ visit: Visit) async throws -> (month: String, flow: String, told: FlowFigures?)? {
        let flow = FlowQuestion.flow(visit)
        guard let month = gateway.evidence.months.first(where: { $0 == visit.parameters["month"] }),
            gateway.parts.library.machine.packs.current.toldFlows.contains(flow)
        else { return nil }
        return (month, flow, try await gateway.evidence.figures(of: flow, in: month))
    }

    /// The page of a flow in a month.
    static func address(of flow: String, in month: String) -> String {
        "/console/evidence/\(month)/flows/" + flow.replacing("/", with: "~")
    }
}

extension Pack {
    /// The flows that pages of evidence tell of, in the order of the files.
    var toldFlows: [String] {
        var seen: Set<String> = []
        return steps.filter(\.isStation).map(\.flow).filter { seen.insert($0).inserted }
    }
}
