package import Expressions

extension Verb {
    /// Everything that a step keeps in its own flow, with the expression that gives it; nil where it is an answer.
    /// What a call gives to the flow it calls is not kept here.
    package var kept: [(target: Target, value: Expression?)] {
        switch self {
        case .menu(let menu):
            (menu.save.map { [($0, nil)] } ?? []) + menu.options.flatMap { $0.set.map { ($0.target, $0.value) } }
        case .ask(let ask): [(ask.save, nil)]
        case .set(let changes, _): changes.map { ($0.target, $0.value) }
        case .request(let request): [(request.save, nil)]
        case .say, .branch, .call, .send, .refer, .check, .find, .remind, .end: []
        }
    }
}
