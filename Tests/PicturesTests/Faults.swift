import Pictures

extension Drawing {
    /// What nobody should see in a picture: cards on one another, arrows through cards, ends in the air.
    var faults: [String] { overlaps + crossings + looseEnds + outside }

    private var overlaps: [String] {
        cards.indices.flatMap { first in
            cards[(first + 1)...].filter { $0.frame.overlaps(cards[first].frame) }.map {
                "\(cards[first].id) lies on \($0.id)"
            }
        }
    }

    private var crossings: [String] {
        arrows.flatMap { arrow in
            zip(arrow.points, arrow.points.dropFirst()).flatMap { start, end in
                cards.filter { $0.frame.isCut(from: start, to: end) }.map { "\(arrow.way.id) runs through \($0.id)" }
            }
        }
    }

    private var looseEnds: [String] {
        arrows.filter { arrow in
            guard let tip = arrow.points.last, let card = cards.first(where: { $0.id == arrow.way.target }) else {
                return true
            }
            return tip.y != card.frame.y || tip.x < card.frame.x || tip.x > card.frame.x + card.frame.width
        }.map { "\($0.way.id) does not end at its card" }
    }

    private var outside: [String] {
        cards.filter {
            $0.frame.x < 0 || $0.frame.y < 0 || $0.frame.x + $0.frame.width > width
                || $0.frame.y + $0.frame.height > height
        }.map { "\($0.id) is not in the picture" }
    }
}

extension Frame {
    /// Whether a level or upright line goes through the inside.
    fileprivate func isCut(from start: Point, to end: Point) -> Bool {
        let (left, right) = (min(start.x, end.x), max(start.x, end.x))
        let (top, bottom) = (min(start.y, end.y), max(start.y, end.y))
        return left < x + width && right > x && top < y + height && bottom > y
    }
}
