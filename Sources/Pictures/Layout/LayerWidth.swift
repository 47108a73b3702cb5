/// Keeps layers from getting wider than a reader's screen: what has no room moves down, and what hangs under it too.
enum LayerWidth {
    /// What the boxes of a layer may take of the picture's width; the rest is for the lanes of arrows beside them.
    private static let most = 1_900
    /// What a box takes beside its own width.
    private static let gap = 28

    /// The layers with as many more as it takes.
    ///
    /// - Parameters:
    ///   - layers: By box; every way leads at least one layer down.
    ///   - order: The boxes in reading order.
    static func narrowed(
        _ layers: [Int], _ widths: [Int], _ ways: [(upper: Int, lower: Int)], order: [Int]
    ) -> [Int] {
        let downward = ways.sorted { layers[$0.upper] < layers[$1.upper] }
        let depths = depths(layers.count, downward)
        var layers = layers
        var layer = 0
        while layer <= layers.max() ?? 0 {
            let inLayer = order.enumerated().filter { layers[$1] == layer }
                .sorted { (-depths[$0.1], $0.0) < (-depths[$1.1], $1.0) }
            var room = most
            for (place, box) in inLayer.map(\.element).enumerated() {
                room -= widths[box] + gap
                if room < 0, place > 0 { layers[box] += 1 }
            }
            for way in downward { layers[way.lower] = max(layers[way.lower], layers[way.upper] + 1) }
            layer += 1
        }
        return layers
    }

    /// How many layers hang under each box: what carries most stays up.
    ///
    /// - Parameter downward: The ways, those of upper layers first.
    private static func depths(_ count: Int, _ downward: [(upper: Int, lower: Int)]) -> [Int] {
        var depths = Array(repeating: 0, count: count)
        for way in downward.reversed() { depths[way.upper] = max(depths[way.upper], depths[way.lower] + 1) }
        return depths
    }
}
