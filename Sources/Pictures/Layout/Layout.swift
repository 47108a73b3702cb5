/// Boxes with arrows between them: what hangs together is laid out in layers, and the parts stand side by side, row
/// after row, so that nobody has to walk along an endless line of boxes. The same input gives the same picture.
struct Layout {
    /// What is placed.
    struct Box: Hashable {
        let width: Int
        let height: Int
    }

    /// What is drawn between boxes, by their places in the list.
    struct Arrow: Hashable {
        let from: Int
        let to: Int
        /// Where it begins at the side of its box, from the box's top; nil: in the middle of its lower edge.
        let row: Int?
        /// Where it begins at the side when it leads back up and has no row, from the box's top.
        let sideDoor: Int
        /// The width of a label on its first piece; 0 without one.
        let label: Int
    }

    /// The width that parts share, in pixels: what a wide screen shows, and still readable on a printed page.
    static let widest = 2_300
    /// Between parts.
    private static let gap = 36

    /// Where each box is.
    private(set) var frames: [Frame]
    /// The corners of each arrow, from its box's edge to the upper edge of the box it leads to.
    private(set) var lines: [[Point]]
    /// The side each arrow begins at; nil for the lower edge.
    private(set) var sides: [Side?]
    /// Whether each arrow leads back up.
    private(set) var leadsUp: [Bool]
    /// The upper box of each part that is wider than `widest`.
    let wide: [Int]
    /// The size of everything.
    let width: Int
    let height: Int

    /// The first box is the one a reader begins with: nothing stands above it.
    init(_ boxes: [Box], _ arrows: [Arrow]) {
        let groups = Groups(count: boxes.count, ways: arrows.map { ($0.from, $0.to) })
        let parts = groups.members.enumerated().map { group, unordered in
            let members = Self.rootFirst(unordered, arrows)
            let places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1, $0) })
            let own = arrows.indices.filter { groups.groupOf[arrows[$0].from] == group }
            return Part(
                boxes: members, arrows: own,
                layers: Layers(members.map { boxes[$0] }, own.map { arrows[$0].moved(to: places) }))
        }
        wide = parts.filter { $0.layers.width > Self.widest }.compactMap(\.boxes.first)
        let order = Self.readingOrder(of: parts)
        let shelves = Shelves(
            order.map { Box(width: parts[$0].layers.width, height: parts[$0].layers.height) }, widest: Self.widest,
            gap: Self.gap)
        frames = Array(repeating: Frame(x: 0, y: 0, width: 0, height: 0), count: boxes.count)
        lines = Array(repeating: [], count: arrows.count)
        sides = Array(repeating: nil, count: arrows.count)
        leadsUp = Array(repeating: false, count: arrows.count)
        (width, height) = (shelves.width, shelves.height)
        for (place, corner) in zip(order, shelves.corners) { put(parts[place], at: corner) }
    }

    /// What nothing leads to stands on top, unless a reader begins elsewhere.
    private static func rootFirst(_ boxes: [Int], _ arrows: [Arrow]) -> [Int] {
        let targets = Set(arrows.map(\.to))
        guard !boxes.contains(0), let root = boxes.first(where: { !targets.contains($0) }) else { return boxes }
        return [root] + boxes.filter { $0 != root }
    }

    /// The part that a reader begins with, then the large parts, then boxes alone, the tall ones first: what stands side
    /// by side should be about as tall.
    private static func readingOrder(of parts: [Part]) -> [Int] {
        let rest = parts.indices.dropFirst().sorted { one, other in
            (parts[one].isAlone ? 1 : 0, -parts[one].layers.height, one)
                < (parts[other].isAlone ? 1 : 0, -parts[other].layers.height, other)
        }
        return parts.indices.prefix(1) + rest
    }

    private mutating func put(_ part: Part, at corner: Point) {
        for (place, box) in part.boxes.enumerated() {
            frames[box] = part.layers.frames[place].moved(by: corner)
        }
        for (place, arrow) in part.arrows.enumerated() {
            lines[arrow] = part.layers.lines[place].map { $0.moved(by: corner) }
            sides[arrow] = part.layers.sides[place]
            leadsUp[arrow] = part.layers.leadsUp[place]
        }
    }
}

/// What hangs together, laid out; boxes and arrows by their places in the whole.
private struct Part {
    let boxes: [Int]
    let arrows: [Int]
    let layers: Layers

    var isAlone: Bool { boxes.count == 1 }
}

extension Layout.Arrow {
    /// The same between boxes that have other places.
    fileprivate func moved(to places: [Int: Int]) -> Self {
        Self(from: places[from] ?? 0, to: places[to] ?? 0, row: row, sideDoor: sideDoor, label: label)
    }
}
