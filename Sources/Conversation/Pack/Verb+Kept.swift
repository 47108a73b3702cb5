package import Expressions

extension Verb {
    /// Everything that a step keeps in its own flow, with the expression that gives it; nil where it is an answer.
    /// What a call gives to the flow it calls is not kept here.
    package var kept: [(target: Target, value: Expression?)] {
        let chosen = options.flatMap { $0.set.map { (target: $0.target, value: Optional($0.value)) } }
        return switch self {
        case .menu(let menu): (menu.save.map { [($0, nil)] } ?? []) + chosen
        case .ask(let ask): [(ask.save, nil)]
        case .set(let changes, _): changes.map { ($0.target, $0.value) }
        case .request(let request): [(request.save, nil)]
        case .check: chosen
        case .say, .branch, .call, .send, .refer, .find, .remind, .end: []
        }
    }
}
