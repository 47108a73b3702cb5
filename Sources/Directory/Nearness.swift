/// Puts the offices of one kind in the order in which they help someone in a place.
struct Nearness {
    /// An office farther away than this, in another city, helps nobody who has no car and one free day.
    private static let farthest = 100.0

    let shelf: ServiceShelf
    let map: RegionMap
    /// The middle of the place, where it is known.
    let middle: Coordinates?
    /// Where an office stands, where that is known.
    let whereabouts: (Int) -> Coordinates?
    /// Whether an office can be used at all.
    let admits: (Int) -> Bool

    /// The best offices, at most `limit`; without a place those that serve everyone, then all others.
    func best(near place: Int?, limit: Int) -> [Int] {
        var chosen = Chosen(limit: limit)
        guard let place else {
            chosen.add((shelf.everywhere + shelf.all).lazy.filter(admits))
            return chosen.offices
        }
        let around = map.ancestors(of: place)
        chosen.add(offices(in: [place]))
        chosen.add { offices(in: map.inside(place)) }
        for outer in around { chosen.add(offices(in: [outer])) }
        chosen.add(shelf.everywhere.filter(admits))
        if let city = city(of: place, around) { chosen.add { offices(in: map.inside(city)) } }
        if let middle { chosen.add { shelf.within(Self.farthest, of: middle).filter(admits) } }
        return chosen.offices
    }

    /// The city that a place lies in. Where districts lie right in a province, as in Beijing or in a county of Kenya, that
    /// is no larger than a city elsewhere.
    private func city(of place: Int, _ around: [Int]) -> Int? {
        around.last { map.level(of: $0) >= .city }
            ?? (map.level(of: place) == .district ? around.first { map.level(of: $0) == .province } : nil)
    }

    /// The offices of these places, by distance where that is known and in the files' order elsewhere.
    private func offices(in places: [Int]) -> [Int] {
        let offices = places.flatMap { shelf.offices[$0] ?? [] }.filter(admits)
        guard let middle, offices.count > 1 else { return offices }
        let measured = offices.map { office in
            (office: office, distance: whereabouts(office)?.kilometres(to: middle) ?? .infinity)
        }
        return measured.enumerated()
            .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
            .map(\.element.office)
    }

    /// Offices chosen so far, each once.
    private struct Chosen {
        let limit: Int
        var offices: [Int] = []
        private var seen: Set<Int> = []

        init(limit: Int) { self.limit = limit }

        mutating func add(_ more: some Sequence<Int>) {
            for office in more where offices.count < limit && seen.insert(office).inserted { offices.append(office) }
        }

        /// Looks for more only where there is room.
        mutating func add(_ more: () -> [Int]) {
            if offices.count < limit { add(more()) }
        }
    }
}
