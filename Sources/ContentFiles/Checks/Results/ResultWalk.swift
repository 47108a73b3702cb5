import Conversation
import Expressions

/// Walks the steps of a flow behind a `check` with what is known of its result, on every way that conditions leave open.
struct ResultWalk {
    /// A step that is come to, with what names hold there; a name that is not among them can hold anything.
    struct Visit: Hashable {
        let place: Int
        let names: [String: Value]
    }

    /// Every step that is come to.
    private(set) var visits: Set<Visit> = []

    private let pack: Pack
    private let check: Int
    private var open: [Visit] = []

    /// - Parameters:
    ///   - check: The place of the step that checks; the walk ends where it is come to again, and where the flow ends.
    ///   - way: Where its outcome leads.
    ///   - names: The result under the step's name.
    init(_ pack: Pack, from check: Int, _ way: Go, names: [String: Value]) {
        self.pack = pack
        self.check = check
        lead(way, names)
        while let visit = open.popLast() {
            if visits.insert(visit).inserted { follow(visit) }
        }
    }

    private mutating func lead(_ go: Go, _ names: [String: Value]) {
        guard let place = go.place, place != check, pack.steps[place].flow == pack.steps[check].flow else { return }
        open.append(Visit(place: place, names: names))
    }

    private mutating func follow(_ visit: Visit) {
        let step = pack.steps[visit.place]
        switch step.verb {
        case .menu(let menu): follow(menu, visit)
        case .ask(let ask):
            lead(ask.go, keeping(nil, in: ask.save, visit.names))
            ask.otherwise.map { lead($0, visit.names) }
        case .branch(let arms): follow(arms, visit)
        case .set(let changes, let go): lead(go, applying(changes, visit.names))
        case .call, .check, .find, .request:
            var names = visit.names
            names[step.name.lowercased()] = nil
            if case .request(let request) = step.verb { names = keeping(nil, in: request.save, names) }
            for go in step.verb.ways { lead(go, names) }
        case .say, .send, .refer, .remind, .end:
            for go in step.verb.ways { lead(go, visit.names) }
        }
    }

    private mutating func follow(_ menu: Menu, _ visit: Visit) {
        let names = menu.save.map { keeping(nil, in: $0, visit.names) } ?? visit.names
        for option in menu.options where option.when.map({ visit.value(of: $0, in: pack).isTrue }) != .some(false) {
            lead(option.go, applying(option.set, names))
        }
        menu.otherwise.map { lead($0, visit.names) }
    }

    /// The first arm that holds, and all before it of which that is not known.
    private mutating func follow(_ arms: [Arm], _ visit: Visit) {
        for arm in arms {
            let holds = arm.when.map { visit.value(of: $0, in: pack).isTrue } ?? true
            if holds != false { lead(arm.go, visit.names) }
            if holds == true { break }
        }
    }

    private func applying(_ changes: [Change], _ names: [String: Value]) -> [String: Value] {
        changes.reduce(names) { names, change in
            let value = Visit(place: check, names: names).value(of: change.value, in: pack)
            return keeping(value, in: change.target, names)
        }
    }

    /// The names after one was given a value. Only what conditions look at is followed, so that a loop that counts ends.
    private func keeping(_ value: Value?, in target: Target, _ names: [String: Value]) -> [String: Value] {
        guard case .answer(let name) = target else { return names }
        var names = names
        switch value {
        case .null, .boolean: names[name] = value
        default: names[name] = nil
        }
        return names
    }
}

extension ResultWalk.Visit {
    /// What an expression gives here; unknown where that depends on more than is known.
    func value(of expression: Expression, in pack: Pack) -> Value {
        let scope = ResultScope(names: names, constants: pack.constants)
        return Evaluation(scope: scope, now: Timestamp(milliseconds: 0)).evaluate(expression)
    }
}

/// The names that are known while a walk is at a step.
private struct ResultScope: Scope {
    let names: [String: Value]
    let constants: Object

    func value(named name: String) -> Value? { name == "constants" ? .object(constants) : names[name] ?? .unknown }
}
