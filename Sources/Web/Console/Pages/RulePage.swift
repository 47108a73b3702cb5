import Conversation
import Directory
import Entitlements
import Expressions
import Gateway
import HTTPTypes

/// A rule with its figures and the law they stand in.
struct RulePage: ConsolePage {
    /// One value of a figure.
    struct Line: Sendable {
        let name: String
        let unit: String
        let place: String
        let value: String
        let days: String
        let law: String
        let status: String
        let isConfirmed: Bool
    }

    /// A provision.
    struct Provision: Sendable {
        let id: String
        let cite: String
        let url: String?
        let checked: String
        let confidence: String
    }

    let frame: Frame
    let id: String
    let version: Int
    let inForce: String
    let reviewBy: String
    let isOverdue: Bool
    let lines: [Line]
    let hasLines: Bool
    let laws: [Provision]

    static let template = """
        <p class="quiet"><a href="/console/rules">{{frame.t.allRules}}</a> · <code>{{id}}</code></p>
        <dl class="facts">
        <div><dt>{{frame.t.version}}</dt><dd>{{version}}</dd></div>
        <div><dt>{{frame.t.inForce}}</dt><dd>{{inForce}}</dd></div>
        <div><dt>{{frame.t.reviewBy}}</dt><dd><time>{{reviewBy}}</time>\
        {{#isOverdue}} <span class="tag warn">{{frame.t.pastDue}}</span>{{/isOverdue}}</dd></div>
        </dl>
        <h2>{{frame.t.figures}}</h2>
        {{^hasLines}}<p class="quiet">{{frame.t.noFigures}}</p>{{/hasLines}}
        {{#hasLines}}
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.t.figures}}">
        <table>
        <thead><tr><th scope="col">{{frame.t.figure}}</th><th scope="col">{{frame.t.value}}</th>
        <th scope="col">{{frame.t.place}}</th><th scope="col">{{frame.t.validFrom}}</th>
        <th scope="col">{{frame.t.status}}</th><th scope="col">{{frame.t.law}}</th></tr></thead>
        <tbody>
        {{#lines}}
        <tr><th scope="row">{{name}} <span class="quiet">{{unit}}</span></th><td>{{value}}</td><td>{{place}}</td>
        <td>{{days}}</td><td><span class="tag{{^isConfirmed}} warn{{/isConfirmed}}">{{status}}</span></td>
        <td>{{law}}</td></tr>
        {{/lines}}
        </tbody>
        </table>
        </div>
        {{/hasLines}}
        <h2>{{frame.t.laws}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.t.laws}}">
        <table>
        <thead><tr><th scope="col">{{frame.t.law}}</th><th scope="col">{{frame.t.cite}}</th>
        <th scope="col">{{frame.t.checked}}</th><th scope="col">{{frame.t.confidence}}</th></tr></thead>
        <tbody>
        {{#laws}}
        <tr><th scope="row">{{id}}</th><td>{{#url}}<a href="{{.}}" rel="noreferrer">{{cite}}</a>{{/url}}\
        {{^url}}{{cite}}{{/url}}</td><td><time>{{checked}}</time></td><td>{{confidence}}</td></tr>
        {{/laws}}
        </tbody>
        </table>
        </div>
        """
}

extension ConsoleHandlers {
    func rule(_ visit: Visit) -> ConsoleAnswer {
        let pack = gateway.flows.pack(nil)
        guard let rule = visit.parameters["rule"].flatMap({ pack.rules.rules[$0] }) else {
            return fault(.missing, visit)
        }
        let language = pack.place(of: visit.language.rawValue)
        let lines = figures(of: rule, pack, visit)
        let page = RulePage(
            frame: Frame("flowTitle", visit, titleValue: rule.title.version(language).source), id: rule.id,
            version: rule.version, inForce: rule.inForce.text, reviewBy: rule.reviewBy?.iso ?? "",
            isOverdue: rule.reviewBy.map { Freshness(until: $0, on: today) == .overdue } ?? false, lines: lines,
            hasLines: !lines.isEmpty,
            laws: rule.laws.values.sorted { ($0.checked, $0.id) < ($1.checked, $1.id) }.map { law in
                RulePage.Provision(
                    id: law.id, cite: law.cite.version(language).source,
                    url: law.url.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil },
                    checked: law.checked.iso, confidence: visit.texts["confidence.\(law.confidence.rawValue)"])
            })
        return show(page, visit)
    }

    /// Every value of every figure: those that are not confirmed first, then by name and place.
    private func figures(of rule: Rule, _ pack: Pack, _ visit: Visit) -> [RulePage.Line] {
        let rows = rule.parameters.values.flatMap { parameter in parameter.rows.map { (parameter, $0) } }
        let sorted = rows.sorted { one, other in
            (one.1.status.weight, one.0.name, one.1.region.description, other.1.days.from)
                < (other.1.status.weight, other.0.name, other.1.region.description, one.1.days.from)
        }
        return sorted.map { parameter, row in
            let region = row.region.description
            return RulePage.Line(
                name: parameter.name, unit: parameter.unit,
                place: row.region == parameter.jurisdiction
                    ? visit.texts["everywhere"]
                    : pack.directory.region(region)?.name(in: visit.language.rawValue) ?? region,
                value: row.value.text, days: row.days.text, law: row.law,
                status: visit.texts["figure.\(row.status.rawValue)"], isConfirmed: row.status == .confirmed)
        }
    }
}

extension RuleParameter.Status {
    /// What is least sure comes first.
    fileprivate var weight: Int {
        switch self {
        case .unconfirmed: 0
        case .usual: 1
        case .confirmed: 2
        }
    }
}
