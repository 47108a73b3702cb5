package import Conversation
import Entitlements

/// Every step can be reached, and no way goes round without waiting for an answer.
struct GraphCheck {
    let pack: Pack
    /// Where each step of the pack stands.
    let positions: [Position]
    let log: DiagnosticLog

    func check() {
        reportUnreachable()
        reportCycles()
    }

    private func reportUnreachable() {
        var reached: Set<Int> = []
        var open = [pack.start] + pack.keywords.values + pack.destinations.values + [pack.otherwise].compactMap { $0 }
        open += pack.steps.indices.filter { pack.steps[$0].flow == Fact.flow }  // rules lead to them
        while let place = open.popLast() {
            guard reached.insert(place).inserted else { continue }
            let verb = pack.steps[place].verb
            open += verb.ways.compactMap(\.place) + [verb.later].compactMap { $0 }
        }
        for place in pack.steps.indices where !reached.contains(place) {
            log.error(
                "unreachable-step", "step '\(pack.steps[place].name)' is never reached", at: positions[place],
                suggestion: "lead to it with 'go', or take it out")
        }
    }

    /// A way of steps that never wait and come back to where they were would not end.
    private func reportCycles() {
        var state = [Int: Bool]()  // false while its ways are followed, true when done
        var reported: Set<Int> = []
        func visit(_ place: Int) {
            guard !pack.steps[place].verb.waits else { return }
            state[place] = false
            for next in instantWays(from: place) where !pack.steps[next].verb.waits {
                if state[next] == false, reported.insert(next).inserted {
                    log.error(
                        "endless", "step '\(pack.steps[next].name)' comes back to itself without asking anything",
                        at: positions[next],
                        suggestion: "put a question on the way, or end it")
                } else if state[next] == nil {
                    visit(next)
                }
            }
            state[place] = true
        }
        for place in pack.steps.indices where state[place] == nil { visit(place) }
    }

    /// Where a step leads within the same turn.
    private func instantWays(from place: Int) -> [Int] {
        let verb = pack.steps[place].verb
        if case .check(let check) = verb { return check.results.compactMap(\.place) }
        guard case .call(let call) = verb else { return verb.ways.compactMap(\.place) }
        return [call.flow] + (canPassThrough(call.flow) ? [call.go].compactMap(\.place) : [])
    }

    /// Whether a called flow can come back without waiting; a flow that it calls on the way must be able to, too.
    private func canPassThrough(_ first: Int, inside calls: Set<Int> = []) -> Bool {
        var seen: Set<Int> = []
        var open = [first]
        while let place = open.popLast() {
            guard seen.insert(place).inserted, !pack.steps[place].verb.waits else { continue }
            var ways = pack.steps[place].verb.ways
            if case .call(let call) = pack.steps[place].verb {
                guard !calls.contains(call.flow), canPassThrough(call.flow, inside: calls.union([first])) else {
                    continue
                }
                ways = [call.go]
            }
            if ways.contains(.end) { return true }
            open += ways.compactMap(\.place)
        }
        return false
    }
}

extension Verb {
    /// Everywhere a step can lead.
    package var ways: [Go] {
        switch self {
        case .say(_, let go), .set(_, let go), .send(_, let go): [go]
        case .menu(let menu): menu.options.map(\.go) + (menu.otherwise.map { [$0] } ?? [])
        case .ask(let ask): [ask.go] + (ask.otherwise.map { [$0] } ?? [])
        case .branch(let arms): arms.map(\.go)
        case .call(let call): [.step(call.flow), call.go]
        case .refer(let referral): [referral.go]
        case .check(let check): check.results + check.options.map(\.go)
        case .find(let find): [find.go, find.none]
        case .remind(let remind): [remind.go]
        case .request(let request): [request.go, request.failed]
        case .end: []
        }
    }

    /// Whether the conversation always stops at the step until something is heard.
    package var waits: Bool {
        switch self {
        case .menu, .ask, .request, .end: true
        case .say, .branch, .set, .call, .send, .refer, .check, .find, .remind: false
        }
    }

    /// The first step of a flow that it starts some other time.
    package var later: Int? {
        if case .remind(let remind) = self { remind.flow } else { nil }
    }
}

extension Check {
    /// Where what comes out leads, without what is chosen below a list, which has waited by then.
    var results: [Go] {
        ways.sorted { $0.key < $1.key }.map(\.value) + [otherwise, none].compactMap(\.self)
    }
}

extension Go {
    /// The step, when it is one.
    package var place: Int? {
        if case .step(let place) = self { place } else { nil }
    }
}
