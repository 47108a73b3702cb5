/// How far two words are apart, on plain letters and only as far as it matters: the search compares a typed word with
/// hundreds of names.
enum NearLetters {
    /// Slips allowed in a word of so many letters; short words are too easily another place's name.
    static func allowance(_ count: Int) -> Int {
        switch count {
        case ..<5: 0
        case 5...8: 1
        default: 2
        }
    }

    /// The Damerau-Levenshtein distance (optimal string alignment), or nil beyond `most`.
    static func distance(_ left: [UInt8], _ right: [UInt8], most: Int) -> Int? {
        guard abs(left.count - right.count) <= most else { return nil }
        var (beforeLast, last, current) = ([Int](), Array(0...right.count), Array(repeating: 0, count: right.count + 1))
        for row in left.indices {
            current[0] = row + 1
            var least = current[0]
            for column in right.indices {
                let change = last[column] + (left[row] == right[column] ? 0 : 1)
                var cost = min(current[column] + 1, last[column + 1] + 1, change)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current[column + 1] = cost
                least = min(least, cost)
            }
            guard least <= most else { return nil }
            (beforeLast, last, current) = (last, current, last)
        }
        return last[right.count] <= most ? last[right.count] : nil
    }
}
