import Conversation
import Gateway
import HTTPTypes
import Storage

/// Call-backs and referrals: what is overdue comes first.
struct CasesPage: ConsolePage {
    /// Open cases of a topic.
    struct Topic: Sendable {
        let path: String
        let name: String
        let open: Int
        /// nil where there are none.
        let overdue: Int?
        let unassigned: Int?
    }

    /// A case.
    struct Line: Sendable {
        let id: Int
        let topic: String
        let openedAt: String
        let dueAt: String
        let isOverdue: Bool
        let assignee: String
        /// What came of it; nil while it is open.
        let outcome: String?
    }

    let frame: Frame
    let topics: [Topic]
    let hasTopics: Bool
    let topicChoices: [Choice]
    let assignees: [Choice]
    let states: [Choice]
    let lines: [Line]
    let hasLines: Bool
    /// Where the next page is; nil on the last one.
    let more: String?

    static let template = """
        {{#hasTopics}}
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.t.topic}}">
        <table class="counts">
        <thead><tr><th scope="col">{{frame.t.topic}}</th><th scope="col">{{frame.t.open}}</th>
        <th scope="col">{{frame.t.overdue}}</th><th scope="col">{{frame.t.unassigned}}</th></tr></thead>
        <tbody>
        {{#topics}}
        <tr><th scope="row"><a href="{{path}}">{{name}}</a></th><td>{{open}}</td>
        <td>{{#overdue}}<span class="tag warn">{{.}}</span>{{/overdue}}{{^overdue}}0{{/overdue}}</td>
        <td>{{#unassigned}}{{.}}{{/unassigned}}{{^unassigned}}0{{/unassigned}}</td></tr>
        {{/topics}}
        </tbody>
        </table>
        </div>
        {{/hasTopics}}
        <form method="get" action="/console/cases" class="row filters">
        \(Choice.select("topic", of: "topicChoices"))
        \(Choice.select("assignee", of: "assignees"))
        \(Choice.select("state", of: "states"))
        <button class="second">{{frame.t.show}}</button>
        </form>
        {{^hasLines}}<p class="quiet">{{frame.t.noCases}}</p>{{/hasLines}}
        {{#hasLines}}
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.title}}">
        <table>
        <thead><tr><th scope="col">{{frame.t.case}}</th><th scope="col">{{frame.t.topic}}</th>
        <th scope="col">{{frame.t.due}}</th><th scope="col">{{frame.t.opened}}</th>
        <th scope="col">{{frame.t.assignee}}</th><th scope="col">{{frame.t.state}}</th></tr></thead>
        <tbody>
        {{#lines}}
        <tr><th scope="row"><a href="/console/cases/{{id}}">{{id}}</a></th><td>{{topic}}</td><td><time>{{dueAt}}</time></td>
        <td><time>{{openedAt}}</time></td><td>{{assignee}}</td><td>{{#isOverdue}}<span class="tag warn">\
        {{frame.t.overdue}}</span>{{/isOverdue}}{{^isOverdue}}{{#outcome}}{{.}}{{/outcome}}\
        {{^outcome}}<span class="tag open">{{frame.t.open}}</span>{{/outcome}}{{/isOverdue}}</td></tr>
        {{/lines}}
        </tbody>
        </table>
        </div>
        {{/hasLines}}
        {{#more}}<p><a href="{{.}}">{{frame.t.furtherCases}}</a></p>{{/more}}
        """
}

extension ConsoleHandlers {
    func cases(_ visit: Visit) async throws -> ConsoleAnswer {
        let (question, texts) = (CaseQuestion(visit), visit.texts)
        let members = try await gateway.staff.list()
        let counts = try await gateway.cases.counts()
        let list = try await gateway.cases.list(question.filter, after: question.place, sight: .redacted)
        let names = MemberNames(members, texts)
        return show(
            CasesPage(
                frame: Frame("cases", visit, done: visit.parameters["done"]), topics: counts.map(CasesPage.Topic.init),
                hasTopics: !counts.isEmpty, topicChoices: question.topics(counts, texts),
                assignees: question.assignees(members.filter(\.seesToCases), texts), states: question.states(texts),
                lines: list.cases.map { line($0, names, texts) }, hasLines: !list.cases.isEmpty,
                more: list.next.map(question.address(after:))), visit)
    }

    private func line(_ entry: CaseEntry, _ names: MemberNames, _ texts: Texts) -> CasesPage.Line {
        let summary = entry.summary
        return CasesPage.Line(
            id: summary.number, topic: summary.topic, openedAt: clock.text(summary.openedAt),
            dueAt: clock.text(entry.dueAt), isOverdue: entry.isOverdue, assignee: names[summary.assignee],
            outcome: summary.closedAt.map { _ in summary.outcome.map { texts[$0] } ?? texts["closed"] })
    }
}

extension CasesPage.Topic {
    fileprivate init(_ count: CaseCount) {
        self.init(
            path: CaseQuestion.address(ofTopic: count.topic), name: count.topic, open: count.open,
            overdue: count.overdue > 0 ? count.overdue : nil, unassigned: count.unassigned > 0 ? count.unassigned : nil)
    }
}

extension StaffRow {
    /// Whether a case can be given to this member.
    var seesToCases: Bool { disabledAt == nil && role.rights.contains(.assist) }
}

extension Texts {
    /// What came of a case, in words.
    subscript(outcome: CaseOutcome) -> String { self["caseOutcome.\(outcome.rawValue)"] }
}

/// What members are called, by the numbers of their accounts.
struct MemberNames: Sendable {
    private let names: [String: String]
    private let nobody: String

    init(_ members: [StaffRow], _ texts: Texts) {
        names = Dictionary(members.map { ($0.id.rawValue.description, $0.record.name) }) { first, _ in first }
        nobody = texts["nobody"]
    }

    /// The name of an account; the number where it is none of ours.
    subscript(account: String?) -> String { account.map { names[$0] ?? $0 } ?? nobody }
}
