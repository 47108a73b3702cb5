/// What a row of a card says, before its card's width is known.
struct RowParts {
    /// Conditions need more lines than labels to be told from one another.
    private static let mostLines = 3

    private let way: Way
    private let label: String
    private let exit: Card.Exit?
    private let count: Int?

    /// nil when the way is an arrow under the card and no row.
    ///
    /// - Parameters:
    ///   - sign: The node that a sign stands for instead of an arrow.
    ///   - count: How many went the way.
    init?(_ way: Way, sign: Node?, count: Int?) {
        self.way = way
        exit = Card.Exit(way, sign: sign)
        self.count = exit == nil ? nil : count
        switch way.kind {
        case .only where exit == nil, .merged where exit == nil: return nil
        case .only: label = way.label.isEmpty ? "then" : way.label
        case .merged: label = ""
        case .option, .result, .call: label = way.label
        }
    }

    /// As wide as it needs to be on one line.
    var width: Int { fixedWidth + TextSize.width(of: label, size: Card.labelFont) }

    /// The row in its place; a label that is too long goes on below.
    func row(left: Int, top: Int, right: Int) -> Card.Row {
        let room = right - left
        let condition = way.condition.map {
            TextLines.wrap("if " + $0, width: room - Card.badgeWidth, size: Card.smallFont, most: 2)
        }
        return Card.Row(
            way: way, left: left, middle: top + Card.rowHeight / 2,
            label: TextLines.wrap(label, width: room - fixedWidth, size: Card.labelFont, most: Self.mostLines),
            condition: condition ?? [], exit: exit, right: right, count: count)
    }

    /// The height of a row of these parts.
    func height(of row: Card.Row) -> Int {
        Card.rowHeight + max(row.label.count - 1, 0) * Card.labelHeight + row.condition.count * Card.conditionHeight
    }

    /// What stands beside the label.
    private var fixedWidth: Int {
        let badge = if case .option = way.kind { Card.badgeWidth } else { 0 }
        return badge + (exit.map { $0.width + (label.isEmpty ? 0 : 8) } ?? 0)
            + (count.map { Card.width(ofCount: $0) + 4 } ?? 0)
    }
}
