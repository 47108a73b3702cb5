import Conversation
import Directory
import Expressions
import Gateway
import HTTPTypes

/// The kinds of office in the directory, with how fresh what is known of them is.
struct DirectoryPage: ConsolePage {
    /// A kind of office.
    struct Line: Sendable {
        let path: String
        let name: String
        let offices: Int
        let overdue: Int?
        let soon: Int
        let samples: Int
        /// The day on which the one was compared that was not for longest.
        let oldest: String
    }

    let frame: Frame
    let lines: [Line]
    let places: Int
    let months: String

    static let template = """
        <p>{{months}}</p>
        <p><a href="/console/directory/import">{{frame.t.bringTable}}</a></p>
        <dl class="facts"><div><dt>{{frame.t.placesKnown}}</dt><dd>{{places}}</dd></div></dl>
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.title}}">
        <table class="figures">
        <thead><tr><th scope="col">{{frame.t.kind}}</th><th scope="col">{{frame.t.offices}}</th>
        <th scope="col">{{frame.t.pastDue}}</th><th scope="col">{{frame.t.soonDue}}</th>
        <th scope="col">{{frame.t.samples}}</th><th scope="col">{{frame.t.oldestCheck}}</th></tr></thead>
        <tbody>
        {{#lines}}
        <tr><th scope="row"><a href="{{path}}">{{name}}</a></th><td>{{offices}}</td>
        <td>{{#overdue}}<span class="tag warn">{{.}}</span>{{/overdue}}{{^overdue}}0{{/overdue}}</td><td>{{soon}}</td>
        <td>{{samples}}</td><td><time>{{oldest}}</time></td></tr>
        {{/lines}}
        </tbody>
        </table>
        </div>
        """
}

/// The offices of one kind, those that have to be compared with their source first.
struct OfficesPage: ConsolePage {
    /// An office.
    struct Line: Sendable {
        let id: String
        let name: String
        let place: String
        let phone: String
        let hours: String
        let checked: String
        let until: String
        let isOverdue: Bool
        let isSoon: Bool
        let isSample: Bool
        let source: String
    }

    let frame: Frame
    let lines: [Line]
    let count: Int
    let more: String?

    static let template = """
        <p class="quiet"><a href="/console/directory">{{frame.t.allKinds}}</a> · {{count}} {{frame.t.offices}}</p>
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.title}}">
        <table>
        <thead><tr><th scope="col">{{frame.t.officeName}}</th><th scope="col">{{frame.t.place}}</th>
        <th scope="col">{{frame.t.officePhone}}</th><th scope="col">{{frame.t.officeHours}}</th>
        <th scope="col">{{frame.t.checked}}</th>
        <th scope="col">{{frame.t.shownUntil}}</th><th scope="col">{{frame.t.source}}</th>
        <th scope="col">{{frame.t.rowName}}</th></tr></thead>
        <tbody>
        {{#lines}}
        <tr><th scope="row">{{name}}{{#isSample}} <span class="tag">{{frame.t.sample}}</span>{{/isSample}}</th>
        <td>{{place}}</td><td>{{phone}}</td><td>{{hours}}</td><td><time>{{checked}}</time></td><td><time>{{until}}</time>\
        {{#isOverdue}} <span class="tag warn">{{frame.t.pastDue}}</span>{{/isOverdue}}\
        {{#isSoon}} <span class="tag">{{frame.t.soonDue}}</span>{{/isSoon}}</td><td>{{source}}</td>
        <td><code>{{id}}</code></td></tr>
        {{/lines}}
        </tbody>
        </table>
        </div>
        {{#more}}<p><a href="{{.}}">{{frame.t.nextPage}}</a></p>{{/more}}
        """
}

extension ConsoleHandlers {
    /// As many offices as one page shows.
    private static let officesShown = 200

    /// The day at the pack's place.
    var today: CalendarDate { gateway.parts.clock.now.date(utcOffset: clock.utcOffset) }

    func directory(_ visit: Visit) -> ConsoleAnswer {
        let directory = gateway.flows.pack(nil).directory
        let lines = OfficeKind.all(of: directory, on: today).map { kind in
            let overdue = kind.count(.overdue)
            return DirectoryPage.Line(
                path: ConsoleRoute.directory.path + "/" + kind.name, name: kind.name, offices: kind.offices.count,
                overdue: overdue > 0 ? overdue : nil, soon: kind.count(.soon), samples: kind.samples,
                oldest: kind.offices.map(\.service.checked).min()?.iso ?? "")
        }
        let page = DirectoryPage(
            frame: Frame("directory", visit), lines: lines, places: directory.regions.count,
            months: visit.texts["directoryHelp", directory.freshness])
        return show(page, visit)
    }

    func offices(_ visit: Visit) -> ConsoleAnswer {
        let directory = gateway.flows.pack(nil).directory
        let name = visit.parameters["kind"] ?? ""
        guard let kind = OfficeKind.all(of: directory, on: today).first(where: { $0.name == name }) else {
            return fault(.missing, visit)
        }
        let first = min(max(visit.parameters["from"].flatMap { Int($0) } ?? 0, 0), kind.offices.count)
        let tag = visit.language.rawValue
        let lines = kind.offices.dropFirst(first).prefix(Self.officesShown).map { office in
            let service = office.service
            return OfficesPage.Line(
                id: service.id, name: service.name(in: tag),
                place: service.region.flatMap { directory.region($0)?.name(in: tag) } ?? "",
                phone: service.phone ?? "", hours: service.hours(in: tag) ?? "", checked: service.checked.iso,
                until: office.until.iso, isOverdue: office.freshness == .overdue, isSoon: office.freshness == .soon,
                isSample: service.isSample, source: service.source)
        }
        let next = first + Self.officesShown
        let page = OfficesPage(
            frame: Frame("officesOf", visit, titleValue: kind.name), lines: lines, count: kind.offices.count,
            more: next < kind.offices.count ? ConsoleRoute.directory.path + "/\(kind.name)?from=\(next)" : nil)
        return show(page, visit)
    }
}
