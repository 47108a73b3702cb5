import Conversation
import Entitlements

/// Which step can come right after which, also into called flows and out of them again: what rules ask that look at what
/// comes before or after a step. A way `home` or `back` is not followed.
///
/// A flow comes back to all who call it, and so do the flows that it goes on to: more is followed than one conversation
/// can walk, never less.
struct StepGraph {
    /// The steps, by their places in the pack, and behind them for each flow a node where it is left.
    private let next: [[Int]]
    private let stepCount: Int

    /// - Parameter ways: Where a step leads that is no call; the standard is everywhere it can.
    init(_ pack: Pack, ways: (Step) -> [Go] = { $0.verb.ways }) {
        stepCount = pack.steps.count
        var next = Array(repeating: [Int](), count: pack.steps.count)
        var exits: [String: Int] = [:]
        for step in pack.steps where exits[step.flow] == nil {
            exits[step.flow] = next.count
            next.append([])
        }
        func lead(_ from: Int, _ go: Go, leaving flow: String) {
            switch go {
            case .step(let place):
                next[from].append(place)
                // Who is led from one flow into another comes back to the caller of the first.
                let other = pack.steps[place].flow
                if other != flow, let exit = exits[other], let own = exits[flow] { next[exit].append(own) }
            case .end: if let exit = exits[flow] { next[from].append(exit) }
            case .back, .home: break
            }
        }
        for (place, step) in pack.steps.enumerated() {
            switch step.verb {
            case .call(let call):
                next[place].append(call.flow)
                if let exit = exits[pack.steps[call.flow].flow] { lead(exit, call.go, leaving: step.flow) }
            case .check(let check):
                next[place] += check.facts(in: pack.rules).compactMap { pack.places["\(Fact.flow)#\($0)"] }
                for go in ways(step) { lead(place, go, leaving: step.flow) }
            case .say, .menu, .ask, .branch, .set, .send, .refer, .find, .remind, .request, .end:
                for go in ways(step) { lead(place, go, leaving: step.flow) }
            }
        }
        self.next = next
    }

    /// The steps that come right after one.
    func next(_ place: Int) -> [Int] { next[place].filter { $0 < stepCount } }

    /// Which steps can be reached from some, those included. It is not gone on from a step that `stops`.
    func reached(from starts: some Sequence<Int>, stops: (Int) -> Bool = { _ in false }) -> [Bool] {
        walk(next, starts, stops)
    }

    /// Which steps lead to some; those only if they lead to one another. It is not gone back further from a step that
    /// `stops`.
    func leading(to ends: some Sequence<Int>, stops: (Int) -> Bool = { _ in false }) -> [Bool] {
        var before = Array(repeating: [Int](), count: next.count)
        for (place, followers) in next.enumerated() { for follower in followers { before[follower].append(place) } }
        return walk(before, ends.flatMap { before[$0] }, stops)
    }

    /// How many answers the shortest way to each step needs; nil where none leads.
    func answers(from starts: some Sequence<Int>, asks: (Int) -> Bool) -> [Int?] {
        var distance = [Int?](repeating: nil, count: next.count)
        var (open, later, count) = (Array(starts), [Int](), 0)
        while !open.isEmpty {
            while let place = open.popLast() {
                guard distance[place] == nil else { continue }
                distance[place] = count
                if place < stepCount, asks(place) { later += next[place] } else { open += next[place] }
            }
            (open, later, count) = (later, [], count + 1)
        }
        return Array(distance.prefix(stepCount))
    }

    private func walk(_ ways: [[Int]], _ starts: some Sequence<Int>, _ stops: (Int) -> Bool) -> [Bool] {
        var reached = Array(repeating: false, count: ways.count)
        var open = Array(starts)
        while let place = open.popLast() {
            guard !reached[place] else { continue }
            reached[place] = true
            if place < stepCount, stops(place) { continue }
            open += ways[place]
        }
        return Array(reached.prefix(stepCount))
    }
}
