import Conversation

extension CheckContext {
    /// Whether a step tells people something, and does not only ask or lead on.
    func tells(_ place: Int) -> Bool {
        switch pack.steps[place].verb {
        case .say, .send, .refer, .find, .check, .end: true
        case .menu: informations.contains(place)
        case .ask, .branch, .set, .call, .remind, .request: false
        }
    }
}
