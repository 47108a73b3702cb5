/// A graph laid out: where every card, arrow and label is. `svg` writes it.
package struct Drawing: Sendable {
    /// A card in its place.
    package struct PlacedCard: Sendable {
        /// The node's id.
        package let id: String
        /// Where it is.
        package let frame: Frame
        let card: Card
    }

    /// A way drawn as a line.
    package struct Arrow: Sendable {
        /// The way it shows.
        package let way: Way
        /// Its corners; the last is the tip, on the upper edge of the card it leads to.
        package let points: [Point]
        /// Whether it leads back up.
        package let leadsUp: Bool
        /// Where on its card's side the arrow begins; nil for the lower edge.
        package let row: Int?
    }

    /// The count on an arrow.
    package struct Label: Sendable {
        /// The id of the way.
        package let way: String
        /// How many went it.
        package let count: Int
        /// Where it is.
        package let frame: Frame
    }

    /// A title above cards, with more about them behind it.
    package struct Heading: Sendable {
        /// What is shown below.
        package let title: String
        /// The flow's name and its size.
        package let note: String
        /// Where both are.
        package let frame: Frame
    }

    /// The graph it shows.
    package let graph: Graph
    /// What is shown on top.
    package let overlay: Overlay
    /// In the order of the graph; doors have none.
    package let cards: [PlacedCard]
    /// In the order of the graph; ways out of the picture have none.
    package let arrows: [Arrow]
    /// The counts on arrows.
    package let labels: [Label]
    /// What the picture is called, then what each of its panels is.
    package let headings: [Heading]
    /// A frame around each flow where the steps of several are shown.
    package let panels: [Frame]
    /// In pixels, with the margin around.
    package let width: Int
    /// In pixels, with the margin around.
    package let height: Int
}
