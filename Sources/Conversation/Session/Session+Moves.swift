/// How a session moves between steps and flows.
extension Session {
    /// Stands at a step; a step of another flow begins that flow's answers afresh.
    mutating func stand(at step: Step) {
        guard let top = frames.indices.last else { return }
        let standing = frames[top].step
        let isSameFlow = standing.hasPrefix(step.flow) && standing.dropFirst(step.flow.count).first == "#"
        if !isSameFlow { frames[top].id = takeNumber() }
        frames[top].step = step.address
    }

    /// Begins a called flow above the one that called it.
    mutating func call(_ step: Step) {
        frames.append(Frame(id: takeNumber(), step: step.address))
    }

    /// Begins a flow that nobody called, with everything that was answered in others.
    mutating func begin(_ step: Step) {
        frames = [Frame(id: takeNumber(), step: step.address)]
    }

    /// Stands at the beginning with nothing answered but the facts that rules asked for.
    mutating func restart(at step: Step) {
        history = []
        journal.removeAll { $0.frame != Frame.facts }
        frames = [Frame(id: takeNumber(), step: step.address)]
    }

    /// Remembers the question that is being answered, for "back".
    mutating func remember(limit: Int) {
        history.append(Checkpoint(frames: frames, journalLength: journal.count, said: wait.said))
        if history.count > limit { history.removeFirst(history.count - limit) }
    }

    /// Takes back the last answer and stands at its question again; false when there is none.
    mutating func undo() -> Bool {
        guard let checkpoint = history.popLast() else { return false }
        frames = checkpoint.frames
        journal.removeLast(max(0, journal.count - checkpoint.journalLength))
        wait = Wait(said: checkpoint.said)
        return true
    }

    /// A number that nothing else in the session has.
    mutating func takeNumber() -> Int {
        defer { nextFrame += 1 }
        return nextFrame
    }
}
