import Pictures

extension Drawing {
    /// What nobody should see in a picture: things on one another, arrows through cards, ends in the air, parts cut off.
    var faults: [String] { overlaps + crossings + looseStarts + looseTips + outside + hiddenCounts }

    private var overlaps: [String] {
        Self.overlaps(of: cards.map { ($0.id, $0.frame) } + headings.map { ($0.title, $0.frame) })
            + Self.overlaps(of: panels.enumerated().map { ("panel \($0)", $1) })
    }

    private static func overlaps(of boxes: [(String, Frame)]) -> [String] {
        boxes.indices.flatMap { first in
            boxes[(first + 1)...].filter { $0.1.overlaps(boxes[first].1) }.map { "\(boxes[first].0) lies on \($0.0)" }
        }
    }

    private var crossings: [String] {
        arrows.flatMap { arrow in
            zip(arrow.points, arrow.points.dropFirst()).flatMap { start, end in
                cards.filter { $0.frame.isCut(from: start, to: end) }.map { "\(arrow.way.id) runs through \($0.id)" }
            }
        }
    }

    private var looseStarts: [String] {
        arrows.filter { arrow in
            guard let start = arrow.points.first, let frame = frame(of: arrow.way.from) else { return true }
            return arrow.row == nil
                ? start != Point(frame.middle, frame.bottom)
                : start.x != frame.x && start.x != frame.right || start.y <= frame.y || start.y >= frame.bottom
        }.map { "\($0.way.id) does not begin at its card" }
    }

    private var looseTips: [String] {
        arrows.filter { arrow in
            guard let tip = arrow.points.last, let frame = frame(of: arrow.way.target ?? "") else { return true }
            return tip.y != frame.y || tip.x < frame.x || tip.x > frame.right
        }.map { "\($0.way.id) does not end at its card" }
    }

    private var outside: [String] {
        let boxes =
            cards.map { ($0.id, $0.frame) } + labels.map { ($0.way, $0.frame) } + headings.map { ($0.title, $0.frame) }
            + panels.enumerated().map { ("panel \($0)", $1) }
            + arrows.flatMap { arrow in
                arrow.points.map { (arrow.way.id, Frame(x: $0.x, y: $0.y, width: 0, height: 0)) }
            }
        return boxes.filter { $0.1.x < 0 || $0.1.y < 0 || $0.1.right > width || $0.1.bottom > height }
            .map { "\($0.0) is not in the picture" }
    }

    private var hiddenCounts: [String] {
        labels.indices.flatMap { place in
            let covered =
                cards.filter { $0.frame.overlaps(labels[place].frame) }.map(\.id)
                + labels[(place + 1)...].filter { $0.frame.overlaps(labels[place].frame) }.map(\.way)
            return covered.map { "the count of \(labels[place].way) lies on \($0)" }
        }
    }

    private func frame(of card: String) -> Frame? { cards.first { $0.id == card }?.frame }
}

extension Frame {
    /// Whether a level or upright line goes through the inside.
    fileprivate func isCut(from start: Point, to end: Point) -> Bool {
        let (left, right) = (min(start.x, end.x), max(start.x, end.x))
        let (top, bottom) = (min(start.y, end.y), max(start.y, end.y))
        return left < self.right && right > x && top < self.bottom && bottom > y
    }
}
