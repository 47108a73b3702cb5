import Conversation
import Expressions
import Gateway
import Storage

/// Which conversations a visitor asks for, by the address of the page.
struct SessionQuestion: Sendable {
    /// The words of an address that say which; their order in it. `language` is not among them: everywhere it chooses the
    /// language of the page.
    private static let words = [
        "person", "channel", "flow", "in", "place", "tag", "state", "from", "until", "flagged",
    ]

    let filter: SessionFilter
    /// Where the page begins; nil for the first one.
    let place: SessionPlace?
    /// What is asked for, in the words of an address.
    let asked: [(word: String, value: String)]
    private let state: String

    /// Reads the address of the page, or the form that looks for something.
    ///
    /// - Parameter gateway: Knows tags and places.
    init(_ visit: Visit, _ clock: WallClock, _ gateway: Gateway) {
        let given = visit.fields["sought"] == nil ? visit.parameters : visit.fields
        let asked = Self.words.compactMap { word in
            given[word].flatMap { $0.isEmpty ? nil : (word: word, value: $0) }
        }
        let values = Dictionary(asked.map { ($0.word, $0.value) }) { first, _ in first }
        var filter = SessionFilter()
        filter.person = values["person"].flatMap { Int64($0) }.map(PersonID.init(rawValue:))
        filter.channel = values["channel"]
        filter.flow = values["flow"]
        filter.language = values["in"]
        filter.place = values["place"].map(gateway.parts.vault.place)
        filter.tag = values["tag"].map { gateway.deeds.tag($0)?.digest ?? [] }
        state = values["state"] ?? ""
        filter.isOpen = state == "open"
        filter.isWithStaff = state == "staff"
        filter.outcome = Outcome(rawValue: state)
        filter.isFlagged = values["flagged"] == "yes"
        filter.from = values["from"].flatMap(clock.day)
        filter.until = values["until"].flatMap(clock.day).map { $0 + 86_400 }
        self.filter = filter
        self.asked = asked
        place = visit.parameters["after"].flatMap { SessionPlace($0) }
    }

    /// Whether anything but all is asked for.
    var isFiltered: Bool { asked.contains { $0.word != "person" } }

    /// The page behind this one.
    func address(after place: SessionPlace) -> String { ConsoleRoute.sessions.path + query + "after=" + place.text }

    /// Where the page hears of changes.
    ///
    /// - Parameter mark: Of what it shows.
    func stream(seen mark: String) -> String {
        let after = place.map { "after=\($0.text)&" } ?? ""
        return ConsoleRoute.sessionsStream.path + query + after + "seen=" + mark
    }

    private var query: String { "?" + asked.map { "\($0.word)=\($0.value.queryEscaped)&" }.joined() }

    /// How a conversation may stand.
    func states(_ texts: Texts) -> [Choice] {
        (["", "open", "staff"] + Outcome.allCases.map(\.rawValue)).map { word in
            Choice(
                value: word, label: word.isEmpty ? texts["all"] : texts["outcome.\(word)"], isChosen: word == state)
        }
    }
}
