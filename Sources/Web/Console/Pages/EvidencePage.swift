import Conversation
import Directory
import Evidence
import Gateway

/// What people need, where, in which language, and where they leave.
struct EvidencePage: ConsolePage {
    /// A table of counts.
    struct Table: Sendable {
        /// A row; a cell that is not told is a dash.
        struct Row: Sendable {
            let name: String
            let cells: [String]
            let sum: String
            /// The width of its bar, out of 100.
            let share: Int
        }

        let title: String
        let corner: String
        let columns: [String]
        let rows: [Row]
        let sums: [String]
        let sum: String
    }

    /// A month of the chart.
    struct Bar: Sendable {
        let month: String
        let total: String
        let x: Int
        let y: Int
        let height: Int
    }

    /// A step at which people fell silent.
    struct Silence: Sendable {
        let topic: String
        let step: String
        let total: Int
    }

    /// A month to choose.
    struct Month: Sendable {
        let month: String
        let isChosen: Bool
    }

    let frame: Frame
    let help: String
    let month: String
    let months: [Month]
    let bars: [Bar]
    let tables: [Table]
    let hasTables: Bool
    let tooFew: String
    let silences: [Silence]
    let hasSilences: Bool

    static let template = """
        <p>{{help}}</p>
        <h2>{{frame.t.course}}</h2>
        <svg class="chart" viewBox="0 0 480 130" aria-hidden="true">
        {{#bars}}<rect x="{{x}}" y="{{y}}" width="30" height="{{height}}"/>{{/bars}}
        </svg>
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.t.course}}">
        <table><thead><tr>{{#bars}}<th scope="col">{{month}}</th>{{/bars}}</tr></thead>
        <tbody><tr>{{#bars}}<td>{{total}}</td>{{/bars}}</tr></tbody></table>
        </div>
        <form method="get" action="/console/evidence" class="row">
        <label for="month">{{frame.t.month}}</label>
        <select id="month" name="month">
        {{#months}}<option{{#isChosen}} selected{{/isChosen}}>{{month}}</option>{{/months}}
        </select>
        <button class="second">{{frame.t.show}}</button>
        {{#hasTables}}<a href="/console/evidence/{{month}}">{{frame.t.asCSV}}</a>{{/hasTables}}
        </form>
        {{^hasTables}}<p class="quiet">{{tooFew}}</p>{{/hasTables}}
        {{#tables}}
        <h2>{{title}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}">
        <table class="counts">
        <thead><tr><th scope="col">{{corner}}</th>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}
        <th scope="col">{{frame.t.sum}}</th></tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row">{{name}}
        <svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">\
        <rect width="{{share}}" height="4"/></svg></th>{{#cells}}<td>{{.}}</td>{{/cells}}<td>{{sum}}</td></tr>
        {{/rows}}
        </tbody>
        <tfoot><tr><th scope="row">{{frame.t.sum}}</th>{{#sums}}<td>{{.}}</td>{{/sums}}<td>{{sum}}</td></tr></tfoot>
        </table>
        </div>
        {{/tables}}
        {{#hasSilences}}
        <h2>{{frame.t.silences}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.t.silences}}">
        <table class="counts">
        <thead><tr><th scope="col">{{frame.t.topic}}</th><th scope="col">{{frame.t.evidenceStep}}</th>
        <th scope="col">{{frame.t.sum}}</th></tr></thead>
        <tbody>
        {{#silences}}<tr><th scope="row">{{topic}}</th><td><code>{{step}}</code></td><td>{{total}}</td></tr>{{/silences}}
        </tbody>
        </table>
        </div>
        {{/hasSilences}}
        """
}

extension ConsoleHandlers {
    func evidence(_ visit: Visit) async throws -> ConsoleAnswer {
        let desk = gateway.evidence
        let month = desk.months.first { $0 == visit.parameters["month"] } ?? desk.months[0]
        let report = try await desk.report(of: month)
        let names = EvidenceNames(gateway.parts.library.machine.packs.current, visit.texts, visit.language)
        let tables = names.tables(report)
        return show(
            EvidencePage(
                frame: Frame("evidence", visit), help: visit.texts["evidenceHelp", desk.least], month: month,
                months: desk.months.map { EvidencePage.Month(month: $0, isChosen: $0 == month) },
                bars: bars(try await desk.course()), tables: tables, hasTables: !tables.isEmpty,
                tooFew: visit.texts["tooFew", desk.least],
                silences: report.silences.map {
                    EvidencePage.Silence(
                        topic: names.topic($0.flow),
                        step: $0.step == Crosstab.together ? visit.texts["together"] : $0.step, total: $0.total)
                }, hasSilences: !report.silences.isEmpty), visit)
    }

    /// The same counts as a table for other programs (RFC 4180): one line for each, empty where it is not told.
    func evidenceTable(_ visit: Visit) async throws -> ConsoleAnswer {
        let desk = gateway.evidence
        guard let month = desk.months.first(where: { $0 == visit.parameters["month"] }) else {
            return fault(.missing, visit)
        }
        let report = try await desk.report(of: month)
        return .file(EvidenceTable(report).text, type: "text/csv; charset=utf-8", name: "evidence-\(month).csv")
    }

    /// The chart's bars; the greatest is 120 high.
    private func bars(_ course: [(month: String, total: Int?)]) -> [EvidencePage.Bar] {
        let greatest = max(course.compactMap(\.total).max() ?? 0, 1)
        return course.enumerated().map { place, entry in
            let height = (entry.total ?? 0) * 120 / greatest
            return EvidencePage.Bar(
                month: entry.month, total: entry.total.map(String.init) ?? EvidenceNames.hidden, x: place * 40 + 5,
                y: 125 - height, height: height)
        }
    }
}
