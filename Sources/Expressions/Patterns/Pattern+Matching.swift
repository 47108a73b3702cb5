/// Where a pattern matched.
struct PatternMatch {
    fileprivate let text: [Unicode.Scalar]
    fileprivate let slots: [Int]

    /// Where the match begins and ends, in scalars.
    var range: Range<Int> { slots[0]..<slots[1] }

    /// The text of a group; group 0 is the whole match. A group that took no part is empty. Nil when there is none such.
    func group(_ number: Int) -> String? {
        guard number >= 0, 2 * number + 1 < slots.count else { return nil }
        let (start, end) = (slots[2 * number], slots[2 * number + 1])
        guard start >= 0, end >= start else { return "" }
        return String(String.UnicodeScalarView(text[start..<end]))
    }
}

extension Pattern {
    /// The first match from the start on, the one a backtracking matcher would find. Every possibility looked at takes
    /// one of `steps`; when none is left there is no match.
    func firstMatch(in text: [Unicode.Scalar], from start: Int = 0, steps: inout Int) -> PatternMatch? {
        var race = PatternRace(pattern: self, text: text, steps: steps)
        defer { steps = race.steps }
        guard let slots = race.run(from: start) else { return nil }
        return PatternMatch(text: text, slots: slots)
    }

    /// All matches that do not overlap, for patterns of this library, which are small.
    func matches(in text: String) -> [PatternMatch] {
        let scalars = Array(text.unicodeScalars)
        var found: [PatternMatch] = []
        var (start, steps) = (0, Int.max)
        while start <= scalars.count, let match = firstMatch(in: scalars, from: start, steps: &steps) {
            found.append(match)
            start = match.range.isEmpty ? match.range.upperBound + 1 : match.range.upperBound
        }
        return found
    }
}

/// One search: all ways through the program that are still possible, the preferred one first.
private struct PatternRace {
    private struct Way {
        let step: Int
        let slots: [Int]
    }

    private let pattern: Pattern
    private let text: [Unicode.Scalar]
    private var ways: [Way] = []
    /// The position at which each step was reached last, so that no step is followed twice from one place.
    private var reached: [Int]
    /// What is left to spend.
    private(set) var steps: Int

    init(pattern: Pattern, text: [Unicode.Scalar], steps: Int) {
        (self.pattern, self.text, self.steps) = (pattern, text, steps)
        reached = Array(repeating: -1, count: pattern.program.count)
    }

    mutating func run(from start: Int) -> [Int]? {
        let noSlots = Array(repeating: -1, count: 2 * pattern.groupCount)
        var matched: [Int]?
        var position = start
        while steps >= 0 {
            if matched == nil { follow(0, noSlots, at: position) }
            let current = ways
            if current.isEmpty, matched != nil { break }
            ways = []
            advance(current, at: position, &matched)
            if position >= text.count { break }
            position += 1
        }
        return steps >= 0 ? matched : nil
    }

    private mutating func advance(_ current: [Way], at position: Int, _ matched: inout [Int]?) {
        for way in current {
            switch pattern.program[way.step] {
            case .one(let set):
                if position < text.count, set.contains(text[position]) {
                    follow(way.step + 1, way.slots, at: position + 1)
                }
            case .match:
                matched = way.slots
                return
            case .place, .save, .jump, .split: break
            }
        }
    }

    /// Goes on from a step to all steps that take a scalar.
    private mutating func follow(_ step: Int, _ slots: [Int], at position: Int) {
        guard reached[step] != position else { return }
        reached[step] = position
        steps -= 1
        switch pattern.program[step] {
        case .one, .match: ways.append(Way(step: step, slots: slots))
        case .jump(let target): follow(target, slots, at: position)
        case .split(let first, let second):
            follow(first, slots, at: position)
            follow(second, slots, at: position)
        case .save(let slot):
            var slots = slots
            slots[slot] = position
            follow(step + 1, slots, at: position)
        case .place(let assertion):
            if holds(assertion, at: position) { follow(step + 1, slots, at: position) }
        }
    }

    private func holds(_ assertion: Pattern.Assertion, at position: Int) -> Bool {
        switch assertion {
        case .textStart: position == 0
        case .textEnd: position == text.count
        case .lineStart: position == 0 || text[position - 1] == "\n"
        case .lineEnd: position == text.count || text[position] == "\n"
        case .wordBoundary: isWord(position - 1) != isWord(position)
        case .noWordBoundary: isWord(position - 1) == isWord(position)
        }
    }

    private func isWord(_ index: Int) -> Bool {
        guard text.indices.contains(index) else { return false }
        switch text[index] {
        case "a"..."z", "A"..."Z", "0"..."9", "_": return true
        default: return false
        }
    }
}
