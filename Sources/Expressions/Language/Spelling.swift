/// Finds what a misspelt name was meant to be.
package enum Spelling {
    /// Mistakes that still count as the same name.
    private static let tolerance = 2

    /// The nearest of `names` within two mistakes (a letter too many, too few, changed, or two swapped), in any case.
    /// The first one wins among equals; a name of one or two letters must be nearer than its length.
    package static func nearest(to word: String, among names: some Sequence<String>) -> String? {
        var best: (name: String, distance: Int)?
        for name in names {
            let distance = distance(word.lowercased(), name.lowercased())
            guard distance <= tolerance, distance < max(word.count, name.count) - 1 || distance == 0 else { continue }
            if distance < best?.distance ?? .max { best = (name, distance) }
        }
        return best?.name
    }

    /// The Damerau-Levenshtein distance (optimal string alignment) of two words, in characters.
    package static func distance(_ left: String, _ right: String) -> Int {
        let (left, right) = (Array(left), Array(right))
        guard abs(left.count - right.count) <= tolerance else { return abs(left.count - right.count) }
        var beforeLast: [Int] = []
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let isSame = left[row] == right[column]
                var cost = min(current[column] + 1, last[column + 1] + 1, last[column] + (isSame ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
