import Expressions
import Telephony

extension Walk {
    /// Walks from one place to the next question or the end.
    mutating func proceed(_ go: Go) {
        var next: Go? = go
        while let place = next {
            steps += 1
            guard steps <= limits.steps else {
                flag(.steps, "more than \(limits.steps) steps in one turn")
                return apologise()
            }
            next = follow(place)
        }
    }

    /// Goes to one place; returns where that leads, nil when it waits or the session is over.
    private mutating func follow(_ go: Go) -> Go? {
        switch go {
        case .back: return goBack()
        case .home: return goHome()
        case .end: return leaveFlow()
        case .step(let place):
            session?.stand(at: pack.steps[place])
            turn.path.append(pack.steps[place].address)
            trail.arrive(at: pack.steps[place].address)
            do {
                return try take(pack.steps[place])
            } catch {
                flag(.expression, error.message)
                apologise()
                return nil
            }
        }
    }

    /// Does what a step says.
    private mutating func take(_ step: Step) throws(EvaluationFault) -> Go? {
        switch step.verb {
        case .say(let text, let go):
            say(try render(text))
            return leave(by: "go", go)
        case .menu(let menu):
            for option in menu.options { _ = option.when.map { holds($0) } }  // one that fails is flagged
            wait()
            return nil
        case .ask:
            wait()
            return nil
        case .branch(let arms):
            return choose(arms)
        case .set(let changes, let go):
            if let holder, needsCounts(changes) {
                need(.counts(of: holder))
                return nil
            }
            apply(changes)
            return leave(by: "go", go)
        case .call(let call):
            return enter(call)
        case .send(let text, let go):
            let messages = try messages(render(text), isSeries: step.isSeries)
            if !turn.person.isStopped { turn.messages += messages }
            return leave(by: "go", go)
        case .refer(let referral):
            if try open(referral), let text = referral.say { say(try render(text)) }
            return leave(by: "go", referral.go)
        case .check(let check):
            return try judge(check)
        case .find(let find):
            return search(find)
        case .remind(let remind):
            plan(remind)
            return leave(by: "go", remind.go)
        case .request(let request):
            try ask(request)
            return nil
        case .end:
            turn.forgets = step.forgets
            wait()
            return nil
        }
    }

    /// An SMS, or as many as it takes.
    private func messages(_ text: String, isSeries: Bool) throws(EvaluationFault) -> [String] {
        guard isSeries, let limit = pack.settings.screen[.sms] else { return [text] }
        do {
            return try Series.split(text, limit: limit, most: pack.settings.series, rest: builtIn(.seriesRest))
        } catch {
            throw EvaluationFault("the text cannot be cut into messages: \(error)")
        }
    }

    /// Takes a way out of the step: where it leads.
    ///
    /// - Parameter way: What tells it from the step's others, as pictures have it.
    mutating func leave(by way: String, _ go: Go) -> Go {
        trail.way = way
        return go
    }

    private mutating func say(_ text: String) {
        said = said.isEmpty ? text : said + "\n" + text
    }

    /// Waits at the step for an answer, with what was said above it.
    mutating func wait(for mode: Wait.Mode = .answer) {
        session?.wait = Wait(mode: mode, said: said)
        said = ""
        present()
    }

    private mutating func choose(_ arms: [Arm]) -> Go? {
        for (place, arm) in arms.enumerated() {
            guard let when = arm.when else { return leave(by: "else", arm.go) }
            if holds(when) { return leave(by: "when\(place + 1)", arm.go) }
        }
        flag(.expression, "no arm of the branch holds")
        apologise()
        return nil
    }

    /// Whether one more flow may wait; if not, the conversation is at its apology.
    mutating func canCall() -> Bool {
        guard let depth = session?.frames.count, depth < limits.callDepth else {
            flag(.calls, "more than \(limits.callDepth) flows wait for each other")
            apologise()
            return false
        }
        return true
    }

    private mutating func enter(_ call: Call) -> Go? {
        guard canCall() else { return nil }
        let values = call.with.map { ($0.target, evaluate($0.value)) }
        session?.call(pack.steps[call.flow])
        for (target, value) in values { assign(value, to: target) }
        return leave(by: "call", .step(call.flow))
    }

    /// Out of a flow: back to its caller with its answers, or the end.
    private mutating func leaveFlow() -> Go? {
        guard let frames = session?.frames, frames.count > 1, let left = frames.last else {
            if step?.verb.asks == true { close(with: builtIn(.goodbye)) } else { closeSaying() }
            return nil
        }
        let answers = answers(of: left.id)
        session?.frames.removeLast()
        guard let caller = step else { return .home }
        switch caller.verb {
        case .call(let call):
            assign(.object(answers), to: .answer(caller.name))
            trail.arrive(at: caller.address)
            return leave(by: "go", call.go)
        case .check:
            keepFact(asked: left.step, answers)
            return pack.places[caller.address].map(Go.step)
        case .say, .menu, .ask, .branch, .set, .send, .refer, .find, .remind, .request, .end:
            return .home
        }
    }

    /// Ends with what was said last, on as many pages as it needs.
    private mutating func closeSaying() {
        let last = said.isEmpty ? builtIn(.goodbye) : said
        session?.wait = Wait(said: last)
        said = ""
        present()
    }

    private mutating func goHome() -> Go? {
        session?.restart(at: pack.steps[pack.start])
        return .step(pack.start)
    }

    /// Back to the last question, its answer undone; effects that happened stay.
    private mutating func goBack() -> Go? {
        guard session?.undo() == true || step?.verb.asks == true else { return .home }
        if !said.isEmpty { session?.wait.said = said }
        said = ""
        if let step, step.verb.isTakenAnew {
            said = session?.wait.said ?? ""
            return pack.places[step.address].map(Go.step)
        }
        present()
        return nil
    }

    /// Remembers the question that is being answered, for "back".
    mutating func remember() {
        let limit = limits.history
        if step?.verb.asks == true { session?.remember(limit: limit) }
        said = ""
    }
}
