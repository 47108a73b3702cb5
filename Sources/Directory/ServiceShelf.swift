/// The offices of one kind, by where they are; offices are named by their positions in the directory's list.
struct ServiceShelf: Sendable {
    /// An office whose place on the globe is known.
    struct Pin: Sendable {
        let office: Int
        let coordinates: Coordinates
    }

    /// Offices by the position of their region.
    private(set) var offices: [Int: [Int]] = [:]
    /// Offices that serve everyone.
    private(set) var everywhere: [Int] = []
    /// Offices whose coordinates are known, from south to north.
    private(set) var pins: [Pin] = []
    /// All of them, in the order of the files.
    private(set) var all: [Int] = []

    /// The shelves of a directory by kind. An office without coordinates stands in the middle of its region.
    static func shelves(_ services: [Service], regions: [Region], positions: [String: Int]) -> [String: ServiceShelf] {
        var shelves: [String: ServiceShelf] = [:]
        for (office, service) in services.enumerated() {
            let place = service.region.flatMap { positions[$0] }
            let coordinates = service.coordinates ?? place.flatMap { regions[$0].coordinates }
            shelves[service.kind, default: ServiceShelf()].add(office, place, coordinates)
        }
        return shelves.mapValues { shelf in
            var shelf = shelf
            shelf.pins.sort { $0.coordinates.latitude < $1.coordinates.latitude }
            return shelf
        }
    }

    private mutating func add(_ office: Int, _ place: Int?, _ coordinates: Coordinates?) {
        all.append(office)
        if let place { offices[place, default: []].append(office) } else { everywhere.append(office) }
        if let coordinates { pins.append(Pin(office: office, coordinates: coordinates)) }
    }

    /// The offices within a distance, the nearest first.
    func within(_ kilometres: Double, of middle: Coordinates) -> [Int] {
        // One degree of latitude is never less than 110.5 km.
        let degrees = kilometres / 110.5
        var (low, high) = (0, pins.count)
        while low < high {
            let half = (low + high) / 2
            if pins[half].coordinates.latitude < middle.latitude - degrees { low = half + 1 } else { high = half }
        }
        return pins[low...].prefix { $0.coordinates.latitude <= middle.latitude + degrees }
            .map { (office: $0.office, distance: $0.coordinates.kilometres(to: middle)) }
            .filter { $0.distance <= kilometres }
            .sorted { ($0.distance, $0.office) < ($1.distance, $1.office) }
            .map(\.office)
    }
}
