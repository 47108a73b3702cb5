/// Which place lies in which, by their positions in a directory's list.
struct RegionMap: Sendable {
    /// Deeper than this no country's units go; it also ends a walk up through parents that form a ring.
    private static let deepest = 8

    private let levels: [Region.Level]
    private let parents: [Int?]
    private let children: [[Int]]

    init(_ regions: [Region], positions: [String: Int]) {
        levels = regions.map(\.level)
        parents = regions.map { $0.parent.flatMap { positions[$0] } }
        var children = [[Int]](repeating: [], count: regions.count)
        for (place, parent) in parents.enumerated() { if let parent { children[parent].append(place) } }
        self.children = children
    }

    /// The rung of a place.
    func level(of place: Int) -> Region.Level { levels[place] }

    /// How many places lie right in a place: of two cities the one with more districts has more people, who are more
    /// likely to be those who ask.
    func size(of place: Int) -> Int { children[place].count }

    /// The places around a place, the nearest first.
    func ancestors(of place: Int) -> [Int] {
        var around: [Int] = []
        var current = place
        while let parent = parents[current], around.count < RegionMap.deepest {
            around.append(parent)
            current = parent
        }
        return around
    }

    /// Whether a place is another one or lies inside it.
    func contains(_ outer: Int, _ place: Int) -> Bool {
        outer == place || ancestors(of: place).contains(outer)
    }

    /// The places inside a place, the larger ones first.
    func inside(_ place: Int) -> [Int] {
        var found: [Int] = []
        var rung = children[place]
        for _ in 0..<RegionMap.deepest where !rung.isEmpty {
            found += rung
            rung = rung.flatMap { children[$0] }
        }
        return found
    }

    /// Of two names said together, the places that both can mean: those of one that lie in a place of the other.
    func innermost(_ left: Set<Int>, _ right: Set<Int>) -> Set<Int> {
        let inner = right.filter { place in !left.isDisjoint(with: ancestors(of: place)) }
        let outer = left.filter { place in !right.isDisjoint(with: ancestors(of: place)) }
        return inner.union(outer).union(left.intersection(right))
    }

    /// Without places that lie in another of them that is itself no larger than a city: whoever says Changsha and
    /// means Changsha County is in Changsha too.
    func outermost(_ places: Set<Int>) -> Set<Int> {
        places.filter { place in
            !ancestors(of: place).contains { places.contains($0) && levels[$0] >= .city }
        }
    }
}
