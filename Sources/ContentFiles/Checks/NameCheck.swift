import Conversation
import Expressions

/// Every name an expression or a text uses must be an answer of its flow, a root, a person field or a constant.
struct NameCheck {
    /// Names that are there in every flow.
    static let roots: Set<String> = ["person", "channel", "constants", "today", "now", "case"]
    private static let channelFields: Set<String> = ["name", "kind"]

    private let answers: [String: Set<String>]
    private let personFields: Set<String>
    private let constants: Set<String>
    private let log: DiagnosticLog

    init(drafts: [FlowDraft], steps: [[Step?]], file: PackFile, log: DiagnosticLog) {
        var answers: [String: Set<String>] = [:]
        let all = steps.joined().compactMap { $0 }
        for step in all {
            answers[step.flow, default: []].formUnion(Self.answers(of: step))
            guard case .call(let call) = step.verb, let called = drafts.step(call.flow) else { continue }
            answers[called.flow, default: []].formUnion(call.with.compactMap(\.target.answer))
        }
        self.answers = answers
        personFields = Set(file.personFields.flatMap { $1.type.names(of: $0) }).union(["language"])
        constants = Set(file.constants.keys)
        self.log = log
    }

    /// The answers one step can give.
    private static func answers(of step: Step) -> [String] {
        switch step.verb {
        case .menu(let menu):
            (menu.save.map { [$0] } ?? []).compactMap(\.answer)
                + menu.options.flatMap { $0.set.compactMap(\.target.answer) }
        case .ask(let ask): [ask.save].compactMap(\.answer).flatMap { ask.answer.type.names(of: $0) }
        case .set(let changes, _): changes.compactMap(\.target.answer)
        case .call, .check, .find: [step.name]
        case .request(let request): [request.save].compactMap(\.answer)
        case .say, .branch, .send, .refer, .remind, .end: []
        }
    }

    /// Checks the names in expressions and in texts.
    func check(_ uses: [ExpressionReader.Use], _ texts: [(text: String, reference: Reference, position: Position)]) {
        for use in uses where !use.also.contains(use.reference.root) {
            check(use.reference, flow: use.flow, at: use.position)
        }
        for text in texts {
            let flow = text.text.split(separator: "#").first.map(String.init)
            if text.text == "pack#texts.confirm", text.reference.root == "answer" { continue }
            check(text.reference, flow: flow, at: text.position)
        }
    }

    private func check(_ reference: Reference, flow: String?, at position: Position) {
        let own = flow.flatMap { answers[$0] } ?? []
        guard own.contains(reference.root) || Self.roots.contains(reference.root) else {
            let suggestion = nearest(to: reference.root, among: own.sorted() + Self.roots.sorted())
            return log.error(
                "unknown-name", "no step of this flow gives '\(reference.root)'", at: position,
                suggestion: suggestion.map { "did you mean '\($0)'?" })
        }
        guard let field = reference.path.first else { return }
        switch reference.root {
        case "person": check(field, in: personFields, "pack.yaml declares no person field", at: position)
        case "constants": check(field, in: constants, "pack.yaml has no constant", at: position)
        case "channel": check(field, in: Self.channelFields, "a channel has no", at: position)
        default: break
        }
    }

    private func check(_ field: String, in known: Set<String>, _ message: String, at position: Position) {
        guard !known.contains(field) else { return }
        let suggestion = nearest(to: field, among: known.sorted())
        log.error(
            "unknown-name", "\(message) '\(field)'", at: position,
            suggestion: suggestion.map { "did you mean '\($0)'?" })
    }
}

extension Target {
    /// The name, when this is an answer of the flow.
    fileprivate var answer: String? {
        if case .answer(let name) = self { name } else { nil }
    }
}

extension [FlowDraft] {
    /// The flow and name of the step at a place of the pack's list.
    fileprivate func step(_ place: Int) -> (flow: String, name: String)? {
        var rest = place
        for draft in self {
            if rest < draft.steps.count { return (draft.name, draft.steps[rest].name) }
            rest -= draft.steps.count
        }
        return nil
    }
}

extension AnswerType {
    /// What expressions can read of an answer: of a place its code, and its name in words.
    fileprivate func names(of answer: String) -> [String] {
        self == .place ? [answer, answer + AnswerType.placeNameSuffix] : [answer]
    }
}
