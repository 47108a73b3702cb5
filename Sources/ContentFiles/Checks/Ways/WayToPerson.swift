import Conversation

/// The steps from which every answer leads to a person: to where PERSON leads, or to a case for staff.
struct WayToPerson {
    /// Whether a step is one of them, by its place.
    private(set) var isTaken: [Bool]

    /// Nil where PERSON leads to no case for staff: then no step needs an option that does.
    init?(_ context: CheckContext) {
        let pack = context.pack
        let cases = pack.steps.indices.filter { pack.steps[$0].verb.opensCase }
        guard let person = pack.destinations[.person],
            cases.contains(person) || context.graph.leading(to: cases)[person]
        else { return nil }
        isTaken = Array(repeating: false, count: pack.steps.count)
        for place in cases + [person] { isTaken[place] = true }
        var isGrowing = true
        while isGrowing {
            isGrowing = false
            // From the end, since most ways lead down the file.
            for place in pack.steps.indices.reversed() where !isTaken[place] && leadsOn(pack.steps[place].verb) {
                isTaken[place] = true
                isGrowing = true
            }
        }
    }

    /// Whether who goes there is on the way.
    func isTaken(by go: Go) -> Bool {
        if case .step(let place) = go { isTaken[place] } else { false }
    }

    /// Whether each way out of a step is known to lead there. What is called comes back, so one of both is enough.
    private func leadsOn(_ verb: Verb) -> Bool {
        if case .call = verb { return verb.ways.contains(where: isTaken(by:)) }
        return !verb.ways.isEmpty && verb.ways.allSatisfy(isTaken(by:))
    }
}

extension Verb {
    /// Whether it opens a case for staff.
    fileprivate var opensCase: Bool { if case .refer = self { true } else { false } }
}
