import Gateway
import Storage

/// Which cases a visitor asks for, by the address of the page.
struct CaseQuestion: Sendable {
    let filter: CaseFilter
    /// The last case of the page before; nil for the first one.
    let place: Int?
    /// Whose cases: `me`, `nobody`, an account's number, or empty for all.
    let assignee: String
    private let topic: String
    private let state: String

    init(_ visit: Visit) {
        topic = visit.parameters["topic"] ?? ""
        assignee = visit.parameters["assignee"] ?? ""
        state = visit.parameters["state"] ?? ""
        var filter = CaseFilter()
        filter.topic = topic.isEmpty ? nil : topic
        filter.isClosed = state == "closed"
        switch assignee {
        case "": break
        case "nobody": filter.assignee = .nobody
        case "me": filter.assignee = .somebody(visit.author)
        default: filter.assignee = .somebody(assignee)
        }
        self.filter = filter
        place = visit.parameters["after"].flatMap { Int($0) }
    }

    /// The page behind this one.
    func address(after number: Int) -> String { Self.address(topic, assignee, state) + "&after=\(number)" }

    /// The open cases of a topic.
    static func address(ofTopic topic: String) -> String { address(topic, "", "") }

    private static func address(_ topic: String, _ assignee: String, _ state: String) -> String {
        ConsoleRoute.cases.path
            + "?topic=\(topic.queryEscaped)&assignee=\(assignee.queryEscaped)&state=\(state.queryEscaped)"
    }

    /// The topics there are, and the one that is asked for although there is none any more.
    func topics(_ counts: [CaseCount], _ texts: Texts) -> [Choice] {
        let words = counts.map(\.topic)
        let own = topic.isEmpty || words.contains(topic) ? [] : [topic]
        return Choice.list([("", texts["all"])] + (words + own).map { ($0, $0) }, chosen: topic)
    }

    /// Open or closed.
    func states(_ texts: Texts) -> [Choice] {
        Choice.list([("", texts["open"]), ("closed", texts["closed"])], chosen: state)
    }

    /// Whose cases may be asked for.
    func assignees(_ members: [StaffRow], _ texts: Texts) -> [Choice] {
        let others = members.map { ($0.id.rawValue.description, $0.record.name) }
        return Choice.list(
            [("", texts["all"]), ("me", texts["mine"]), ("nobody", texts["nobody"])] + others, chosen: assignee)
    }
}
