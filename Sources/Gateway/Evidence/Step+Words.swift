package import Conversation
package import Expressions

extension Step {
    /// What it says to a person; nil of a step that says nothing of its own.
    package var words: LocalizedText? {
        switch verb {
        case .say(let text, _), .end(let text): text
        case .menu(let menu): menu.text
        case .ask(let ask): ask.text
        case .find(let find): find.heading
        case .check(let check): check.heading
        case .refer(let referral): referral.say
        case .send(let text, _): text
        case .branch, .set, .call, .remind, .request: nil
        }
    }

    /// Whether people come to it, and do not only pass through it on their way.
    package var isStation: Bool {
        switch verb {
        case .say, .end, .menu, .ask, .find, .check, .refer, .send, .remind, .request: true
        case .branch, .set, .call: false
        }
    }
}
