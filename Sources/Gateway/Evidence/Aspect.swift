import Conversation
import Storage

/// What conversations that ended are counted by.
package enum Aspect: String, CaseIterable, Sendable {
    /// The flow they ended in: their topic.
    case flow
    /// The code of the city, or of the larger place that is known; empty where none is.
    case place
    /// The tag of the language; empty where it was not kept.
    case language
    /// The word of how they ended.
    case outcome

    /// The value of a count.
    func of(_ count: NeedCount) -> String {
        switch self {
        case .flow: count.flow
        case .place: count.place
        case .language: count.language
        case .outcome: count.outcome.rawValue
        }
    }
}
