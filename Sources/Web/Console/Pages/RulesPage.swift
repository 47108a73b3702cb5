import Conversation
import Directory
import Entitlements
import Expressions
import Gateway
import HTTPTypes

/// The rules of the published pack, those first that have to be compared with the law.
struct RulesPage: ConsolePage {
    /// A rule.
    struct Line: Sendable {
        let path: String
        let id: String
        let title: String
        let version: Int
        let inForce: String
        let figures: Int
        let unconfirmed: Int?
        let reviewBy: String
        let isOverdue: Bool
        let isSoon: Bool
    }

    let frame: Frame
    let lines: [Line]

    static let template = """
        <p>{{frame.t.figuresHelp}}</p>
        <p><a href="/console/rules/import">{{frame.t.bringFigures}}</a></p>
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.title}}">
        <table class="figures">
        <thead><tr><th scope="col">{{frame.t.rule}}</th><th scope="col">{{frame.t.reviewBy}}</th>
        <th scope="col">{{frame.t.figures}}</th><th scope="col">{{frame.t.unconfirmed}}</th>
        <th scope="col">{{frame.t.inForce}}</th><th scope="col">{{frame.t.version}}</th></tr></thead>
        <tbody>
        {{#lines}}
        <tr><th scope="row"><a href="{{path}}">{{title}}</a> <code class="quiet">{{id}}</code></th>
        <td><time>{{reviewBy}}</time>\
        {{#isOverdue}} <span class="tag warn">{{frame.t.pastDue}}</span>{{/isOverdue}}\
        {{#isSoon}} <span class="tag">{{frame.t.soonDue}}</span>{{/isSoon}}</td>
        <td>{{figures}}</td><td>{{#unconfirmed}}<span class="tag warn">{{.}}</span>{{/unconfirmed}}\
        {{^unconfirmed}}0{{/unconfirmed}}</td><td>{{inForce}}</td><td>{{version}}</td></tr>
        {{/lines}}
        </tbody>
        </table>
        </div>
        """
}

extension ConsoleHandlers {
    func rules(_ visit: Visit) -> ConsoleAnswer {
        let pack = gateway.flows.pack(nil)
        let language = pack.place(of: visit.language.rawValue)
        let far = CalendarDate(year: 9999, month: 12, day: 31)
        let rules = pack.rules.rules.values.sorted { one, other in
            guard one.reviewBy != other.reviewBy, let first = one.reviewBy ?? far, let second = other.reviewBy ?? far
            else { return one.id < other.id }
            return first < second
        }
        let page = RulesPage(frame: Frame("rules", visit), lines: rules.map { line($0, language) })
        return show(page, visit)
    }

    private func line(_ rule: Rule, _ language: Int) -> RulesPage.Line {
        let freshness = rule.reviewBy.map { Freshness(until: $0, on: today) }
        let rows = rule.parameters.values.flatMap(\.rows)
        let unconfirmed = rows.count { $0.status == .unconfirmed }
        return RulesPage.Line(
            path: ConsoleRoute.rules.path + "/" + rule.id, id: rule.id, title: rule.title.version(language).source,
            version: rule.version, inForce: rule.inForce.text, figures: rows.count,
            unconfirmed: unconfirmed > 0 ? unconfirmed : nil, reviewBy: rule.reviewBy?.iso ?? "",
            isOverdue: freshness == .overdue, isSoon: freshness == .soon)
    }
}

extension DayRange {
    /// From when until when.
    var text: String { from.iso + (to.map { " – " + $0.iso } ?? "") }
}
