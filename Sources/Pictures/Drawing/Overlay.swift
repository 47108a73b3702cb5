/// What is shown on top of a picture: live counts, and the path that a conversation took.
package struct Overlay: Hashable, Sendable {
    /// How many are or were at a node, by its id; shown in its card.
    package let nodes: [String: Int]
    /// How many went a way, by its id; shown where its arrow begins.
    package let ways: [String: Int]
    /// Ids of nodes in the order they were visited: their cards and every way between two neighbours stand out.
    package let path: [String]

    package init(nodes: [String: Int] = [:], ways: [String: Int] = [:], path: [String] = []) {
        (self.nodes, self.ways, self.path) = (nodes, ways, path)
    }

    /// Nothing on top.
    package static let none = Overlay()

    /// Whether a way was taken.
    func isOnPath(_ way: Way) -> Bool {
        guard let target = way.target else { return false }
        return zip(path, path.dropFirst()).contains { $0 == way.from && $1 == target }
    }
}
