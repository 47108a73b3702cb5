import ContentFiles
import Conversation

extension Pack {
    /// The place of a language that a command is given; the pack's own when it is given none.
    func language(_ tag: String?) throws(WrongUse) -> Int {
        guard let tag else { return sourceLanguage }
        if let place = languages.firstIndex(where: { $0.tag == tag }) { return place }
        let known = languages.map(\.tag)
        throw WrongUse("the pack has no language '\(tag)' (\(known.joined(separator: ", ")))")
    }
}
