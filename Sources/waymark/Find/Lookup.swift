import ContentFiles
import Conversation
import Directory
import Expressions

/// One search: the places that were understood, and the offices around a single one.
struct Lookup {
    private let places: [Region]
    private let offices: [Service]
    private let isAmbiguous: Bool
    private let language: String

    /// Whether there is nothing to choose from.
    var isEmpty: Bool { isAmbiguous ? false : offices.isEmpty }

    init(_ kind: String, near typed: String?, in pack: Pack, on day: CalendarDate, language: String) throws(WrongUse) {
        let directory = pack.directory
        guard directory.kinds.contains(kind) else {
            let known = directory.kinds.sorted()
            let near = nearest(to: kind, among: known).map { ": did you mean '\($0)'?" }
            throw WrongUse("the directory has no kind '\(kind)'" + (near ?? " (\(known.joined(separator: ", ")))"))
        }
        self.language = language
        switch typed.map({ directory.reading(of: $0) }) {
        case nil: (places, isAmbiguous) = ([], false)
        case .one(let region)?: (places, isAmbiguous) = ([region], false)
        case .several(let regions)?: (places, isAmbiguous) = (regions, true)
        case PlaceReading.none?: throw WrongUse("no place is called '\(typed ?? "")'")
        }
        offices =
            isAmbiguous
            ? [] : directory.services(kind, near: places.first?.code, limit: Conversation.Find.most, on: day)
    }

    /// For people: which places could be meant, or the offices with what is known about them.
    var text: String {
        if isAmbiguous {
            return places.enumerated().map { "\($0 + 1) \($1.label(in: language))" }.joined(separator: "\n")
        }
        guard !offices.isEmpty else { return "nothing found" }
        return offices.enumerated().map { index, office in
            let facts = [
                office.address(in: language), office.phone, office.hours(in: language), office.note(in: language),
            ]
            let mark = office.isSample ? " (sample)" : ""
            return (["\(index + 1) \(office.name(in: language))\(mark)"] + facts.compactMap(\.self))
                .joined(separator: ", ")
        }.joined(separator: "\n")
    }

    /// For programs.
    var json: String {
        let offices = offices.map { office in
            var fields = Object()
            for field in Service.Field.allCases {
                fields[field.rawValue] = office.field(named: field.rawValue, in: language).map(Value.text) ?? .null
            }
            fields["sample"] = .boolean(office.isSample)
            return Value.object(fields)
        }
        let places = places.map { place in
            Value.object(["code": .text(place.code), "name": .text(place.label(in: language))])
        }
        return Value.object(["places": .list(places), "offices": .list(offices)]).json
    }
}
