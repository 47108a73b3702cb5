import Conversation

/// Where every flow and step is, so that `go` can name them.
struct AddressBook {
    /// Step names in file order, by flow.
    private let flows: [String: [String]]
    /// The place of each `flow#step` in the pack's list.
    private let places: [String: Int]

    init(_ drafts: [FlowDraft]) {
        flows = Dictionary(drafts.map { ($0.name, $0.steps.map(\.name)) }, uniquingKeysWith: { first, _ in first })
        let addresses = drafts.flatMap { draft in draft.steps.map { draft.name + "#" + $0.name } }
        places = Dictionary(addresses.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads a `go`: a step of this flow, a flow, `flow#step`, `back`, `home` or `end`.
    func go(_ text: String, from flow: String?, at position: Position, log: DiagnosticLog) -> Go? {
        switch text {
        case "back": return .back
        case "home": return .home
        case "end": return .end
        default: return step(text, from: flow, at: position, log: log).map(Go.step)
        }
    }

    /// The place of a step: in this flow, the first of a flow, or `flow#step`.
    func step(_ text: String, from flow: String?, at position: Position, log: DiagnosticLog) -> Int? {
        if let flow, let place = places[flow + "#" + text] { return place }
        if let first = flows[text]?.first, let place = places[text + "#" + first] { return place }
        if let place = places[text] { return place }
        report(text, from: flow, at: position, log: log)
        return nil
    }

    /// The place of the first step of a flow.
    func flow(_ name: String, at position: Position, log: DiagnosticLog) -> Int? {
        if let first = flows[name]?.first, let place = places[name + "#" + first] { return place }
        let suggestion = nearest(to: name, among: flows.keys.sorted())
        log.error(
            "missing-flow", "there is no flow '\(name)'", at: position,
            suggestion: suggestion.map { "did you mean '\($0)'?" })
        return nil
    }

    private func report(_ text: String, from flow: String?, at position: Position, log: DiagnosticLog) {
        let parts = text.split(separator: "#", maxSplits: 1).map(String.init)
        if parts.count == 2, let steps = flows[parts[0]] {
            let suggestion = nearest(to: parts[1], among: steps)
            log.error(
                "missing-step", "flow '\(parts[0])' has no step '\(parts[1])'", at: position,
                suggestion: suggestion.map { "did you mean '\($0)'?" })
        } else {
            let known = (flow.flatMap { flows[$0] } ?? []) + flows.keys.sorted() + ["back", "home", "end"]
            let suggestion = nearest(to: text, among: known)
            log.error(
                "missing-step", "there is no step or flow '\(text)'", at: position,
                suggestion: suggestion.map { "did you mean '\($0)'?" })
        }
    }
}

/// A flow's file after its first reading: which steps it has.
struct FlowDraft {
    let name: String
    /// What staff call it; nil when the file does not say.
    let title: YAML?
    let file: String
    let steps: [StepDraft]
}

/// A step that is still to be compiled.
struct StepDraft {
    let name: String
    let position: Position
    let value: YAML
}
