/// One move of a session from a step to the next, to be counted.
package struct Passage: Hashable, Sendable {
    /// The address of the step it left; empty where the session began with it.
    package let step: String
    /// What tells the way from the step's others, as pictures have it (`3`, `go`, `otherwise`, `else`); empty where no way
    /// of the step leads there: by a word or a key that works everywhere, a question of a rule, or staff.
    package let way: String
    /// The address of the step it came to; empty where it left the last one for good.
    package let target: String

    package init(step: String, way: String = "", target: String) {
        self.step = step
        self.way = way
        self.target = target
    }
}

/// The way of a session through its steps, as a turn walks it: it has no gaps, and no step is left that was not come to.
struct Trail {
    private(set) var passages: [Passage] = []
    /// The step it stands at; empty before the first one.
    private(set) var step: String
    /// The way that is being taken out of the step; nil while none is chosen.
    var way: String?

    init(at step: String) {
        self.step = step
    }

    /// Comes to a step.
    mutating func arrive(at target: String) {
        passages.append(Passage(step: step, way: way ?? "", target: target))
        (step, way) = (target, nil)
    }

    /// Every move of the turn, with the last one, which leads nowhere, where the session is over.
    ///
    /// - Parameter end: The step that the session stands at now or ended at; empty where it has none.
    func ended(at end: String, isOver: Bool) -> [Passage] {
        var trail = self
        if !end.isEmpty, end != step { trail.arrive(at: end) }
        if isOver, !trail.step.isEmpty { trail.arrive(at: "") }
        return trail.passages
    }
}
