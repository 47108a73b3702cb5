/// A place in a picture, in CSS pixels from the upper left.
package struct Point: Hashable, Sendable {
    /// To the right.
    package let x: Int
    /// Downwards.
    package let y: Int

    package init(_ x: Int, _ y: Int) {
        (self.x, self.y) = (x, y)
    }

    /// The place when the corner it is measured from moves.
    func moved(by distance: Point) -> Point { Point(x + distance.x, y + distance.y) }
}

/// A box in a picture, in CSS pixels from the upper left.
package struct Frame: Hashable, Sendable {
    /// The left edge.
    package let x: Int
    /// The upper edge.
    package let y: Int
    /// Not negative.
    package let width: Int
    /// Not negative.
    package let height: Int

    package init(x: Int, y: Int, width: Int, height: Int) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    /// The right edge.
    package var right: Int { x + width }
    /// The lower edge.
    package var bottom: Int { y + height }
    /// Halfway between left and right.
    package var middle: Int { x + width / 2 }

    /// The same box when the corner it is measured from moves.
    func moved(by distance: Point) -> Frame {
        Frame(x: x + distance.x, y: y + distance.y, width: width, height: height)
    }

    /// Whether both share some area; boxes that only touch do not.
    package func overlaps(_ other: Frame) -> Bool {
        x < other.right && other.x < right && y < other.bottom && other.y < bottom
    }
}

/// A side of a box.
enum Side: Hashable, Sendable {
    case left, right
}
