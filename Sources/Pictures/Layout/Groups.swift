/// Which boxes hang together, whatever way arrows point.
struct Groups {
    /// The boxes of each group in their order; groups in the order of their first boxes.
    let members: [[Int]]
    /// The group of each box.
    let groupOf: [Int]

    init(count: Int, ways: [(from: Int, to: Int)]) {
        var neighbours = [[Int]](repeating: [], count: count)
        for way in ways {
            neighbours[way.from].append(way.to)
            neighbours[way.to].append(way.from)
        }
        var groupOf = [Int?](repeating: nil, count: count)
        var groups = 0
        for first in 0..<count where groupOf[first] == nil {
            var open = [first]
            while let box = open.popLast() {
                guard groupOf[box] == nil else { continue }
                groupOf[box] = groups
                open += neighbours[box]
            }
            groups += 1
        }
        var members = [[Int]](repeating: [], count: groups)
        for (box, group) in groupOf.enumerated() {
            if let group { members[group].append(box) }
        }
        self.members = members
        self.groupOf = groupOf.compactMap(\.self)
    }
}
