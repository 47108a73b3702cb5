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
            /// The page about it alone; nil where there is none.
            var door: String?
            let cells: [String]
            let sum: String
            /// The width of its bar, out of 100.
            let share: Int
            /// What stands behind the sum.
            var more: [String] = []

            func adding(_ more: [String]) -> Row {
                Row(name: name, door: door, cells: cells, sum: sum, share: share, more: more)
            }
        }

        let title: String
        let corner: String
        let columns: [String]
        /// The columns behind the sum.
        var more: [String] = []
        var rows: [Row]
        let sums: [String]
        let sum: String
        var moreSums: [String] = []
    }

    /// A month of the chart.
    struct Bar: Sendable {
        let month: String
        let total: String
        let y: Int
        let height: Int
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
    /// Topics by month.
    let topics: [Table.Row]
    let tables: [Table]
    let hasTables: Bool
    let tooFew: String
    /// Whether something is told of messages.
    let hasMessages: Bool

    static let template = """
        <p>{{help}}</p>
        <h2>{{frame.t.course}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.t.course}}">
        <table class="counts"><thead><tr><th scope="col">{{frame.t.topic}}</th>{{#bars}}<th scope="col">{{month}}</th>{{/bars}}\
        </tr></thead>
        <tbody><tr class="bars" aria-hidden="true"><td></td>{{#bars}}<td>\
        <svg class="chart" viewBox="0 0 30 120" aria-hidden="true">\
        <rect y="{{y}}" width="30" height="{{height}}"/></svg></td>{{/bars}}</tr>
        {{#topics}}<tr><th scope="row">{{name}}</th>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
        {{/topics}}</tbody>
        <tfoot><tr><th scope="row">{{frame.t.sum}}</th>{{#bars}}<td>{{total}}</td>{{/bars}}</tr></tfoot></table>
        </div>
        <form method="get" action="/console/evidence" class="row">
        <label for="month">{{frame.t.month}}</label>
        <select id="month" name="month">
        {{#months}}<option{{#isChosen}} selected{{/isChosen}}>{{month}}</option>{{/months}}
        </select>
        <button class="second">{{frame.t.show}}</button>
        {{#hasTables}}<a href="/console/evidence/{{month}}">{{frame.t.asCSV}}</a>{{/hasTables}}
        {{#hasMessages}}<a href="/console/evidence/{{month}}/messages">{{frame.t.messagesAsCSV}}</a>{{/hasMessages}}
        </form>
        {{^hasTables}}<p class="quiet">{{tooFew}}</p>{{/hasTables}}
        {{#tables}}
        <h2>{{title}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{title}}">
        <table class="counts">
        <thead><tr><th scope="col">{{corner}}</th>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}
        <th scope="col">{{frame.t.sum}}</th>{{#more}}<th scope="col">{{.}}</th>{{/more}}</tr></thead>
        <tbody>
        {{#rows}}
        <tr><th scope="row">{{#door}}<a href="{{.}}">{{name}}</a>{{/door}}{{^door}}{{name}}{{/door}}
        <svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">\
        <rect width="{{share}}" height="4"/></svg></th>{{#cells}}<td>{{.}}</td>{{/cells}}<td>{{sum}}</td>\
        {{#more}}<td>{{.}}</td>{{/more}}</tr>
        {{/rows}}
        </tbody>
        <tfoot><tr><th scope="row">{{frame.t.sum}}</th>{{#sums}}<td>{{.}}</td>{{/sums}}<td>{{sum}}</td>\
        {{#moreSums}}<td>{{.}}</td>{{/moreSums}}</tr></tfoot>
        </table>
        </div>
        {{/tables}}
        """
}

extension ConsoleHandlers {
    func evidence(_ visit: Visit) async throws -> ConsoleAnswer {
        let desk = gateway.evidence
        let month = desk.months.first { $0 == visit.parameters["month"] } ?? desk.months[0]
        let report = try await desk.report(of: month)
        let names = EvidenceNames(gateway.parts.library.machine.packs.current, visit.texts, visit.language)
        let (messages, course) = (try await desk.messages(in: month), try await desk.course())
        let tables = names.tables(report)
        return show(
            EvidencePage(
                frame: Frame("evidence", visit), help: visit.texts["evidenceHelp", desk.least], month: month,
                months: desk.months.map { EvidencePage.Month(month: $0, isChosen: $0 == month) },
                bars: bars(course, of: desk.months.reversed()), topics: course.map(names.topics) ?? [],
                tables: tables + (messages.map { [names.table($0)] } ?? []),
                hasTables: !tables.isEmpty, tooFew: visit.texts["tooFew", desk.least], hasMessages: messages != nil),
            visit)
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

    /// What became of messages, as a table for other programs.
    func messageTable(_ visit: Visit) async throws -> ConsoleAnswer {
        let desk = gateway.evidence
        guard let month = desk.months.first(where: { $0 == visit.parameters["month"] }),
            let report = try await desk.messages(in: month)
        else { return fault(.missing, visit) }
        let text = EvidenceTable(report, month: month).text
        return .file(text, type: "text/csv; charset=utf-8", name: "messages-\(month).csv")
    }

    /// The chart's bars; the greatest is 120 high.
    private func bars(_ course: ToldTable?, of months: [String]) -> [EvidencePage.Bar] {
        let totals = course?.columnSums ?? months.map { _ in nil }
        let greatest = max(totals.compactMap(\.self).max() ?? 0, 1)
        return zip(months, totals).map { month, total in
            let height = (total ?? 0) * 120 / greatest
            return EvidencePage.Bar(month: month, total: EvidenceNames.shown(total), y: 120 - height, height: height)
        }
    }
}
