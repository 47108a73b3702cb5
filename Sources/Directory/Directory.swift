package import Expressions

/// The places of a pack, and the offices in them: read-only, indexed when it is made.
package struct Directory: Sendable {
    /// More than this is no question but a list.
    private static let mostChoices = 5
    /// Months after which an office is not shown any more unless somebody has compared it with its source, where a pack
    /// does not say otherwise: phone numbers and opening hours change about once a year.
    package static let usualFreshness = 12

    /// The directory of a pack without any.
    package static let empty = Directory(regions: [], services: [])

    /// The places there are, in the order of their files, without those that others have replaced.
    package let regions: [Region]
    /// The offices, in the order of their files.
    package let services: [Service]
    /// The kinds of office there are.
    package let kinds: Set<String>
    /// Whether some office is made up, so that this pack must not serve a live channel as it is.
    package let hasSamples: Bool
    /// Months for which an office is shown after it was compared with its source.
    package let freshness: Int

    private let positions: [String: Int]
    private let servicePositions: [String: Int]
    private let map: RegionMap
    private let index: PlaceIndex
    private let shelves: [String: ServiceShelf]

    /// Codes and ids are expected to be unique; of two regions with one code the first counts.
    ///
    /// - Parameter freshness: Months for which an office is shown after it was compared with its source.
    package init(regions: [Region], services: [Service], freshness: Int = Directory.usualFreshness) {
        self.freshness = freshness
        let succession = Succession(regions)
        let regions = succession.current
        let positions = succession.positions
        let map = RegionMap(regions, positions: positions)
        self.regions = RegionLabels(regions, map: map).labelled
        self.services = services
        self.positions = positions
        servicePositions = Dictionary(
            services.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.map = map
        index = PlaceIndex(regions, former: succession.former)
        shelves = ServiceShelf.shelves(services, regions: regions, positions: positions)
        kinds = Set(shelves.keys)
        hasSamples = services.contains(where: \.isSample)
    }

    /// The place with this official code; of a code that is no longer given, the place that has replaced it.
    package func region(_ code: String) -> Region? {
        positions[code].map { regions[$0] }
    }

    /// The codes of a place and of those around it, the nearest first, whose laws hold there too; nil where there is no
    /// such place. The code of a place that has been replaced leads to the one there is now.
    package func chain(of code: String) -> [String]? {
        positions[code].map { place in ([place] + map.ancestors(of: place)).map { regions[$0].code } }
    }

    /// Seconds that the clock of a place is ahead of UTC: its own, or that of the nearest place around it that has one; nil
    /// where none has.
    package func utcOffset(of code: String) -> Int? {
        guard let place = positions[code] else { return nil }
        return ([place] + map.ancestors(of: place)).lazy.compactMap { regions[$0].utcOffset }.first
    }

    /// Whether two places are one, or one lies inside the other, so that nobody can tell that they differ.
    package func isSame(_ left: String, _ right: String) -> Bool {
        guard left != right else { return true }
        guard let left = positions[left], let right = positions[right] else { return false }
        return left == right || map.contains(left, right) || map.contains(right, left)
    }

    /// The place itself or the nearest one around it that is at least as large as a level: in a country's largest city
    /// that may be the province that it is.
    package func region(around code: String, upTo level: Region.Level) -> Region? {
        guard let place = positions[code] else { return nil }
        return ([place] + map.ancestors(of: place)).lazy.map { regions[$0] }.first { $0.level <= level }
    }

    /// The office with this id.
    package func service(_ id: String) -> Service? {
        servicePositions[id].map { services[$0] }
    }

    /// What can be meant by a typed place: its name in any language, the beginning of it, pinyin, initials, an alias,
    /// a postcode, with the place around it or without, also misspelt.
    ///
    /// - Parameter ancestor: A code; only that place and those inside it count.
    package func reading(of typed: String, within ancestor: String? = nil) -> PlaceReading {
        let outer = ancestor.flatMap { positions[$0] }
        guard outer != nil || ancestor == nil else { return .none }
        let search = PlaceSearch(index: index, map: map, ancestor: outer)
        let places = map.outermost(search.places(for: typed))
            .sorted { (regions[$0].level, -map.size(of: $0), $0) < (regions[$1].level, -map.size(of: $1), $1) }
        switch places.count {
        case 0: return .none
        case 1: return .one(regions[places[0]])
        default: return .several(places.prefix(Directory.mostChoices).map { regions[$0] })
        }
    }

    /// The best offices of a kind for someone in a place: those of the place itself, of the places inside it, of the
    /// places around it from the nearest on, then of the rest of its city and what else is known to be near.
    ///
    /// - Parameters:
    ///   - code: The place's code; nil, or a code that is not in the directory, takes those that serve everyone first.
    ///   - limit: The most there are.
    ///   - day: Only offices that can be used and relied on at this day; nil takes all.
    package func services(_ kind: String, near code: String?, limit: Int, on day: CalendarDate? = nil) -> [Service] {
        guard let shelf = shelves[kind], limit > 0 else { return [] }
        let place = code.flatMap { positions[$0] }
        let nearness = Nearness(
            shelf: shelf, map: map, middle: place.flatMap { regions[$0].coordinates },
            whereabouts: whereabouts, admits: { office in day.map { isServed(services[office], on: $0) } ?? true })
        return nearness.best(near: place, limit: limit).map { services[$0] }
    }

    /// Whether people may be sent to an office on a day: it can be used then, and its facts are not too old.
    package func isServed(_ service: Service, on day: CalendarDate) -> Bool {
        service.isOpen(on: day) && service.isFresh(on: day, months: freshness)
    }

    /// Where an office stands; one without coordinates stands in the middle of its region.
    private func whereabouts(of office: Int) -> Coordinates? {
        services[office].coordinates
            ?? services[office].region.flatMap { positions[$0] }.flatMap { regions[$0].coordinates }
    }
}
