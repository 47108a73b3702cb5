import Conversation
import Expressions
import Gateway
import Storage

/// Which conversations a visitor asks for, by the address of the page.
struct SessionQuestion: Sendable {
    /// The words of an address that say which; their order in it.
    private static let words = ["person", "channel", "flow", "state", "from", "until", "flagged"]

    let filter: SessionFilter
    /// Where the page begins; nil for the first one.
    let place: SessionPlace?
    private let asked: [(word: String, value: String)]
    private let state: String

    init(_ visit: Visit, _ clock: WallClock) {
        let asked = Self.words.compactMap { word in
            visit.parameters[word].flatMap { $0.isEmpty ? nil : (word: word, value: $0) }
        }
        let values = Dictionary(asked.map { ($0.word, $0.value) }) { first, _ in first }
        var filter = SessionFilter()
        filter.person = values["person"].flatMap { Int64($0) }.map(PersonID.init(rawValue:))
        filter.channel = values["channel"]
        filter.flow = values["flow"]
        state = values["state"] ?? ""
        filter.isOpen = state == "open"
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
    func address(after place: SessionPlace) -> String {
        let query = asked.map { "\($0.word)=\(Self.escaped($0.value))&" }.joined()
        return ConsoleRoute.sessions.path + "?" + query + "after=" + place.text
    }

    /// How a conversation may stand.
    func states(_ texts: Texts) -> [SessionsPage.Choice] {
        (["", "open"] + Outcome.allCases.map(\.rawValue)).map { word in
            SessionsPage.Choice(
                value: word, label: word.isEmpty ? texts["all"] : texts["outcome.\(word)"], isChosen: word == state)
        }
    }

    /// A value as it stands in an address (RFC 3986, section 2.1).
    private static func escaped(_ value: String) -> String {
        value.utf8.map { byte in
            let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
        }.joined()
    }
}
