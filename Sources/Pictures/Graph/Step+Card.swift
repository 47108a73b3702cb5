import Conversation
import Expressions

extension Step {
    /// What the step does, in one word.
    var tag: Node.Tag {
        switch verb {
        case .say: .say
        case .menu: .menu
        case .ask: .ask
        case .branch: .branch
        case .set: .set
        case .call: .call
        case .send: .send
        case .refer: .refer
        case .check: .check
        case .find: .find
        case .remind: .remind
        case .request: .request
        case .end: .end
        }
    }

    /// What a person reads at the step; for steps that say nothing, what they compute.
    func words(in language: Int) -> String {
        switch verb {
        case .say(let text, _), .send(let text, _), .end(let text): text.version(language).source
        case .menu(let menu): menu.text.version(language).source
        case .ask(let ask): ask.text.version(language).source
        case .branch: ""
        case .set(let changes, _): changes.map(\.target.name).joined(separator: ", ")
        case .call(let call): call.with.isEmpty ? "" : "with " + call.with.map(\.target.name).joined(separator: ", ")
        case .check(let check): check.words
        case .find(let find): find.heading?.version(language).source ?? find.kind
        case .remind(let remind): remind.moment.words
        case .request(let request): request.system + request.path.source
        case .refer(let referral): referral.say?.version(language).source ?? referral.topic
        }
    }

    /// What staff should notice.
    var marks: [Node.Mark] {
        let isPrivate = if case .ask(let ask) = verb { ask.hidesAnswer } else { false }
        return (isPrivate ? [.isPrivate] : []) + (stopsShortcut ? [.stopsShortcut] : [])
    }
}

extension Remind.Moment {
    /// When it is, in words.
    fileprivate var words: String {
        switch self {
        case .after(let seconds) where seconds % 86_400 == 0: "after \(seconds / 86_400) days"
        case .after(let seconds): "after \(seconds / 60) minutes"
        case .on(let day): "on \(day.source)"
        case .changed(let rule): "when \(rule.source) changes"
        }
    }
}
