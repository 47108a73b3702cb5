import Conversation
import Expressions

/// One way out of a step, before it is known what else the picture shows.
struct Lead {
    /// What tells it from the step's other ways; stays when texts change.
    let key: String
    let kind: Way.Kind
    let label: String
    let condition: String?
    let go: Go

    init(_ key: String, _ kind: Way.Kind, _ label: String = "", condition: String? = nil, go: Go) {
        (self.key, self.kind, self.label, self.condition, self.go) = (key, kind, label, condition, go)
    }
}

extension Step {
    /// Every way out, in the order of the file.
    func leads(in language: Int) -> [Lead] {
        switch verb {
        case .say(_, let go), .set(_, let go), .send(_, let go): [Lead("go", .only, go: go)]
        case .menu(let menu): menu.options.map { $0.lead(in: language) } + lost(menu.retry.count, menu.otherwise)
        case .ask(let ask): [Lead("go", .only, go: ask.go)] + lost(ask.retry.count, ask.otherwise)
        case .branch(let arms): arms.enumerated().map { $1.lead(place: $0 + 1) }
        case .call(let call): [Lead("call", .call, "runs", go: .step(call.flow)), Lead("go", .only, go: call.go)]
        case .refer(let referral): [Lead("go", .only, go: referral.go)]
        case .check(let check): check.leads + check.options.map { $0.lead(in: language) }
        case .find(let find):
            [Lead("go", .result, "found", go: find.go), Lead("none", .result, "nothing", go: find.none)]
        case .remind(let remind):
            [Lead("remind", .call, "later", go: .step(remind.flow)), Lead("go", .only, go: remind.go)]
        case .request(let request):
            [Lead("go", .result, "answer", go: request.go), Lead("failed", .result, "no answer", go: request.failed)]
        case .end: []
        }
    }

    /// The way out after the last retry; two retries are the least the conversation gives.
    private func lost(_ retries: Int, _ otherwise: Go?) -> [Lead] {
        otherwise.map { [Lead("otherwise", .result, "after \(max(retries, 2) + 1) tries", go: $0)] } ?? []
    }
}

extension Check {
    /// The outcomes with a way of their own by their names, then all others.
    fileprivate var leads: [Lead] {
        let named = ways.sorted { $0.key < $1.key }.map { Lead($0.key, .result, $0.key, go: $0.value) }
        let nothing = none.map { [Lead("none", .result, "nothing", go: $0)] } ?? []
        guard let otherwise else { return named + nothing }
        let isOnly = named.isEmpty && nothing.isEmpty
        return named + [Lead("else", isOnly ? .only : .result, isOnly ? "" : "else", go: otherwise)] + nothing
    }
}

extension Option {
    fileprivate func lead(in language: Int) -> Lead {
        let label = label.version(language).source
        return Lead("\(number)", .option(number), label, condition: when?.source, go: go)
    }
}

extension Arm {
    fileprivate func lead(place: Int) -> Lead {
        guard let when else { return Lead("else", .result, "else", go: go) }
        return Lead("when\(place)", .result, when.source, go: go)
    }
}
