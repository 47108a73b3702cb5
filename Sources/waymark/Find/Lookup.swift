import ContentFiles
import Conversation
import Directory
import Expressions

/// One search: the place that was understood, and the offices around it.
struct Lookup {
    private enum Outcome {
        /// No place is called as was typed.
        case nowhere(String)
        /// Several places can be meant.
        case ambiguous([Region])
        /// The best offices, none if there are none; near a place or for everyone.
        case offices([Service], near: Region?)
    }

    private let outcome: Outcome
    private let language: String
    /// Offices of the kind that are not shown because nobody has checked them for so long.
    private let hidden: Int

    init(_ kind: String, near typed: String?, in pack: Pack, on day: CalendarDate, language: String) throws(WrongUse) {
        let directory = pack.directory
        guard directory.kinds.contains(kind) else {
            let known = directory.kinds.sorted()
            let near = nearest(to: kind, among: known).map { ": did you mean '\($0)'?" }
            let all =
                known.isEmpty ? "; a kind is a file: directory/\(kind).csv" : " (\(known.joined(separator: ", ")))"
            throw WrongUse("the directory has no kind '\(kind)'" + (near ?? all))
        }
        func offices(near place: Region?) -> Outcome {
            .offices(directory.services(kind, near: place?.code, limit: Conversation.Find.most, on: day), near: place)
        }
        self.language = language
        hidden = directory.services.count { $0.kind == kind && !$0.isFresh(on: day, months: directory.freshness) }
        guard let typed else {
            outcome = offices(near: nil)
            return
        }
        outcome =
            switch directory.reading(of: typed) {
            case .one(let region): offices(near: region)
            case .several(let regions): .ambiguous(regions)
            case .none: .nowhere(typed)
            }
    }

    /// Whether there is nothing to choose from.
    var isEmpty: Bool {
        switch outcome {
        case .nowhere: true
        case .ambiguous: false
        case .offices(let offices, near: _): offices.isEmpty
        }
    }

    /// For people: which places could be meant, or the offices with what is known about them.
    var text: String {
        switch outcome {
        case .nowhere(let typed): "no place is called '\(typed)'"
        case .ambiguous(let regions): numbered(regions.map { $0.label(in: language) })
        case .offices(let offices, near: _): offices.isEmpty ? nothing : numbered(offices.map(line))
        }
    }

    private var nothing: String {
        hidden == 0
            ? "nothing found"
            : "nothing found; \(hidden.counted("office")) not shown, since nobody has checked them for long"
    }

    private func numbered(_ lines: [String]) -> String {
        lines.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "\n")
    }

    private func line(_ office: Service) -> String {
        let facts = [office.address(in: language), office.phone, office.hours(in: language), office.note(in: language)]
        return ([office.name(in: language)] + facts.compactMap(\.self)).joined(separator: ", ")
    }

    /// For programs: the places that can be meant, and the offices near the only one.
    var json: String {
        let (places, offices): ([Region], [Service]) =
            switch outcome {
            case .nowhere: ([], [])
            case .ambiguous(let regions): (regions, [])
            case .offices(let offices, near: let region): (region.map { [$0] } ?? [], offices)
            }
        return Value.object(["places": .list(places.map(value)), "offices": .list(offices.map(value))]).json
    }

    private func value(_ place: Region) -> Value {
        .object(["code": .text(place.code), "name": .text(place.label(in: language))])
    }

    private func value(_ office: Service) -> Value {
        var fields = office.values(in: language)
        fields["sample"] = .boolean(office.isSample)
        return .object(fields)
    }
}
