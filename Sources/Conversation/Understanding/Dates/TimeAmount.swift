import FoundationEssentials

/// An amount of time as its parts, as typed: `1 year and 2 months`, `两年半`, `miezi sita`.
struct TimeAmount {
    /// A number of one unit.
    struct Part: Hashable {
        var count: Decimal
        let unit: TimeUnit
    }

    private(set) var parts: [Part] = []
    private let numbers: NumberReading
    /// The words of the number that a unit will follow.
    private var waiting: [String] = []
    /// A unit that stood before its number.
    private var leading: TimeUnit?

    private static let joints: Set<String> = ["and", "et", "na", "و", "और", "&", "又", "with"]

    /// Reads a folded text; nil when something in it is not time.
    init?(_ folded: String, numbers: NumberReading) {
        self.numbers = numbers
        guard let words = TimeWords.split(folded), words.count <= Words.most else { return nil }
        for word in words {
            guard take(word) else { return nil }
        }
        guard finish(), !parts.isEmpty else { return nil }
    }

    /// A number of one unit.
    init(_ count: Decimal, _ unit: TimeUnit) {
        numbers = NumberReading(usesDecimalComma: false)
        parts = [Part(count: count, unit: unit)]
    }

    private mutating func take(_ typed: String) -> Bool {
        let word = TimeUnit.withoutJoint(typed)
        if let dual = TimeUnit.duals[Folding.bare(word)] { return finish() && push(2, dual) }
        guard let unit = TimeUnit(word: word) else {
            if waiting.isEmpty, Self.joints.contains(word), !parts.isEmpty, leading == nil { return true }
            waiting.append(word)
            return true
        }
        if waiting.isEmpty || leading != nil {
            guard finish() else { return false }
            if TimeUnit.countsAlone(word) { return push(1, unit) }
            leading = TimeUnit.standsFirst(word) ? unit : nil
            return leading != nil
        }
        guard let count = count(of: waiting) else { return false }
        waiting = []
        return push(count, unit)
    }

    /// What stands after the last unit: the number of a unit that came first, or a half.
    private mutating func finish() -> Bool {
        defer { (waiting, leading) = ([], nil) }
        if let unit = leading {
            if waiting.last.map(Self.joints.contains) ?? false { waiting.removeLast() }
            let count = Halves.isTail(waiting.joined(separator: " ")) ? 1 + Halves.half : count(of: waiting)
            return count.map { push($0, unit) } ?? false
        }
        if waiting.isEmpty { return true }
        guard Halves.isTail(waiting.joined(separator: " ")), let last = parts.indices.last else { return false }
        parts[last].count += Halves.half
        return true
    }

    private mutating func push(_ count: Decimal, _ unit: TimeUnit) -> Bool {
        guard !parts.contains(where: { $0.unit == unit }) else { return false }
        parts.append(Part(count: count, unit: unit))
        return true
    }

    private func count(of words: [String]) -> Decimal? {
        let text = words.joined(separator: " ")
        return ["a", "an"].contains(text) ? 1 : numbers.decimal(text)
    }

    /// This time in one unit, nil where it has parts that cannot be told exactly in it: days in months.
    func count(in unit: TimeUnit) -> Decimal? {
        var total: Decimal = 0
        for part in parts {
            guard part.unit.measure.base == unit.measure.base else { return nil }
            total += part.count * Decimal(part.unit.measure.count)
        }
        return total / Decimal(unit.measure.count)
    }

    /// The same where it is a whole number.
    func whole(in unit: TimeUnit) -> Int? { count(in: unit).flatMap(NumberReading.whole) }
}
