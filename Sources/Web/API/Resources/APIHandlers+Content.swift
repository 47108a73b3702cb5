import Conversation
import Directory
import Entitlements
import Expressions
import Gateway

/// What the pack says of offices and rules, with how fresh it is, as programs read it.
extension APIHandlers {
    /// As many offices as a page has at most.
    private static let mostOffices = 200

    /// The rules with their figures, those that are to be compared first at the top.
    func rules() -> APIAnswer {
        let rules = gateway.flows.pack(nil).rules.rules.values.sorted {
            ($0.reviewBy?.iso ?? "9", $0.id) < ($1.reviewBy?.iso ?? "9", $1.id)
        }
        return APIAnswer(["rules": rules.map { RuleJSON($0, on: today) }])
    }

    /// The kinds of office, those with the most that are overdue first.
    func directory() -> APIAnswer {
        let directory = gateway.flows.pack(nil).directory
        let kinds = OfficeKind.all(of: directory, on: today)
        return APIAnswer(
            DirectoryJSON(places: directory.regions.count, months: directory.freshness, kinds: kinds.map(KindJSON.init))
        )
    }

    /// The offices of one kind, those that are to be compared first at the top.
    func offices(_ call: APICall) throws -> APIAnswer {
        let kinds = OfficeKind.all(of: gateway.flows.pack(nil).directory, on: today)
        guard let name = try call.query.word("kind", of: kinds.map(\.name)),
            let kind = kinds.first(where: { $0.name == name })
        else { throw APIProblem(.malformed, "'kind' must be one of \(kinds.map(\.name).joined(separator: ", "))") }
        let first = try call.query.place { Int($0) } ?? 0
        let page = kind.offices.dropFirst(max(0, first)).prefix(try call.query.limit(most: Self.mostOffices))
        return APIAnswer(
            OfficeListJSON(
                offices: page.map(OfficeJSON.init),
                next: page.endIndex < kind.offices.endIndex ? String(page.endIndex) : nil))
    }

    private struct RuleJSON: Encodable {
        let rule, title: String
        let version: Int
        let from: String
        let to, reviewBy: String?
        let freshness: String?
        let figures: [FigureJSON]
        let laws: [LawJSON]

        init(_ rule: Rule, on today: CalendarDate) {
            self.rule = rule.id
            title = rule.title.version(0).source
            version = rule.version
            from = rule.inForce.from.iso
            to = rule.inForce.to?.iso
            reviewBy = rule.reviewBy?.iso
            freshness = rule.reviewBy.map { Freshness(until: $0, on: today).rawValue }
            figures = rule.parameters.values.sorted { $0.name < $1.name }.flatMap { parameter in
                parameter.rows.map { FigureJSON(parameter, $0) }
            }
            laws = rule.laws.values.sorted { $0.id < $1.id }.map(LawJSON.init)
        }
    }

    private struct FigureJSON: Encodable {
        let parameter, unit, region, value, from: String
        let to: String?
        let law, status: String

        init(_ parameter: RuleParameter, _ row: RuleParameter.Row) {
            self.parameter = parameter.name
            unit = parameter.unit
            region = row.region.description
            value = row.value.text
            from = row.days.from.iso
            to = row.days.to?.iso
            law = row.law
            status = row.status.rawValue
        }
    }

    private struct LawJSON: Encodable {
        let law, cite: String
        let url: String?
        let checked, confidence: String

        init(_ law: Law) {
            self.law = law.id
            cite = law.cite.version(0).source
            url = law.url
            checked = law.checked.iso
            confidence = law.confidence.rawValue
        }
    }

    private struct DirectoryJSON: Encodable {
        let places, months: Int
        let kinds: [KindJSON]
    }

    private struct KindJSON: Encodable {
        let kind: String
        let offices, overdue, soon, samples: Int

        init(_ kind: OfficeKind) {
            self.kind = kind.name
            offices = kind.offices.count
            overdue = kind.count(.overdue)
            soon = kind.count(.soon)
            samples = kind.samples
        }
    }

    private struct OfficeListJSON: Encodable {
        let offices: [OfficeJSON]
        let next: String?
    }

    private struct OfficeJSON: Encodable {
        let id: String
        let names: [String: String]
        let region, phone: String?
        let source, checked, until, freshness: String
        let isSample: Bool

        init(_ office: OfficeKind.Office) {
            let service = office.service
            id = service.id
            names = Dictionary(service.names.versions.map { ($0.tag, $0.text) }) { first, _ in first }
            region = service.region
            phone = service.phone
            source = service.source
            checked = service.checked.iso
            until = office.until.iso
            freshness = office.freshness.rawValue
            isSample = service.isSample
        }
    }
}
