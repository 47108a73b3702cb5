/// Path data of arrows (SVG 2, section 9.3).
enum Stroke {
    private static let radius = 7
    /// The length of an arrow's tip.
    private static let tip = 8

    /// A line through corners, which are rounded.
    static func curve(_ points: [Point]) -> String {
        guard let first = points.first, let last = points.last else { return "" }
        var data = "M\(first.x) \(first.y)"
        for index in points.indices.dropFirst().dropLast() {
            let (before, corner, after) = (points[index - 1], points[index], points[index + 1])
            let bend = min(radius, length(before, corner) / 2, length(corner, after) / 2)
            let (start, end) = (corner.moved(bend, towards: before), corner.moved(bend, towards: after))
            data += "L\(start.x) \(start.y)Q\(corner.x) \(corner.y) \(end.x) \(end.y)"
        }
        return data + "L\(last.x) \(last.y)"
    }

    /// The line up to the middle of its tip, so that it does not show beside the point.
    static func withoutTip(_ points: [Point]) -> [Point] {
        guard let last = points.last else { return points }
        return points.dropLast() + [Point(last.x, last.y - tip / 2)]
    }

    /// A tip that points down.
    static func tip(at point: Point) -> String {
        "M\(point.x) \(point.y)l-4 -\(tip)h8z"
    }

    private static func length(_ one: Point, _ other: Point) -> Int {
        abs(one.x - other.x) + abs(one.y - other.y)
    }
}

extension Point {
    /// Moved along a level or upright line.
    fileprivate func moved(_ distance: Int, towards other: Point) -> Point {
        Point(x + (other.x - x).signum() * distance, y + (other.y - y).signum() * distance)
    }
}
