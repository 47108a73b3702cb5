import Conversation
import Expressions
import Gateway
import Storage

/// Which moves through a flow a visitor asks for, by the address of the page.
struct FlowQuestion: Sendable {
    /// As many days up to today where none are asked for.
    private static let days = 28

    let flow: String
    let filter: PassageFilter

    /// - Parameters:
    ///   - flow: The flow's name.
    ///   - today: The day at the pack's place.
    init(_ flow: String, _ visit: Visit, today: CalendarDate) {
        let until = visit.parameters["until"].flatMap(CalendarDate.init(iso:)) ?? today
        let earliest = until.adding(days: 1 - FlowDesk.mostDays) ?? until
        let asked = visit.parameters["from"].flatMap(CalendarDate.init(iso:))
        let from = asked ?? until.adding(days: 1 - Self.days) ?? until
        var filter = PassageFilter(flow: flow, days: min(max(from, earliest), until)...until)
        filter.language = visit.parameters["in"].flatMap(Self.plain)
        filter.revision = visit.parameters["revision"].flatMap(Self.plain).map(RevisionID.init)
        self.flow = flow
        self.filter = filter
    }

    /// A word that may stand in an address as it is; nil for anything else.
    private static func plain(_ word: String) -> String? {
        let isPlain = !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        return isPlain ? word : nil
    }

    var from: String { filter.days.lowerBound.iso }
    var until: String { filter.days.upperBound.iso }

    /// The page of a flow.
    static func address(of flow: String) -> String {
        ConsoleRoute.flows.path + "/" + flow.replacing("/", with: "~")
    }

    /// The name of the flow that a page is of.
    static func flow(_ visit: Visit) -> String { (visit.parameters["flow"] ?? "").replacing("~", with: "/") }

    /// The picture with the counts that are asked for.
    var picture: String {
        let words = [
            ("from", from), ("until", until), ("in", filter.language ?? ""),
            ("revision", filter.revision?.hash ?? ""),
        ]
        let query = words.filter { !$0.1.isEmpty }.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
        return Self.address(of: flow) + "/picture?" + query
    }
}
