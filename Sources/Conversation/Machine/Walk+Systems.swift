import Expressions

/// Questions to other systems: asked when the turn is kept, answered by an event of their own.
extension Walk {
    /// Plans the request and waits for its answer.
    mutating func ask(_ request: Request) throws(EvaluationFault) {
        guard let address = session?.frames.last?.step else { return }
        let path = try evaluation.render(request.path, escaping: \.percentEncoded)
        var fields = Object()
        for field in request.body { fields[field.name] = evaluate(field.value) }
        guard let number = session?.takeNumber() else { return }
        turn.request = SystemRequest(
            number: number, system: request.system, path: path,
            body: request.body.isEmpty ? nil : Value.object(fields).json(utcOffset: utcOffset), within: request.within,
            step: address)
        session?.wait = Wait(mode: .request(number), said: said)
        said = ""
        note("asked \(request.system)")
        present()
    }

    /// The answer of a system; one that nobody waits for any more changes nothing.
    mutating func receive(_ answer: SystemAnswer, to number: Int, isSeen: Bool) {
        guard session?.wait.mode == .request(number), let step, case .request(let request) = step.verb else {
            return note("an answer that nobody waits for")
        }
        said = session?.wait.said ?? ""
        session?.wait = Wait()
        isUnseen = !isSeen
        switch answer {
        case .value(let value):
            note("\(request.system) answered")
            assign(value, to: request.save)
            proceed(leave(by: "go", request.go))
        case .failed(let why):
            note("\(request.system) did not answer")
            flag(.request, "\(request.system): \(why)")
            proceed(leave(by: "failed", request.failed))
        }
        if isUnseen { session?.wait.page = Wait.notShown }
    }
}
