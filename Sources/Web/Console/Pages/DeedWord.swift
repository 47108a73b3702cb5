import Conversation
import Expressions
import Storage

/// What may be done in a conversation, as forms name it.
enum DeedWord: String, CaseIterable, Sendable {
    case answer, tell, handBack, move, restart, end, block, unblock

    /// The deed that a form asks for; nil where it lacks something.
    ///
    /// - Parameter blockEnd: When a number is let in again that is blocked now.
    func deed(_ visit: Visit, blockEnd: Timestamp) -> StaffDeed? {
        let words = visit.field("words").replacing("\r\n", with: "\n")
        return switch self {
        case .answer: .answer(words)
        case .tell: .tell(words)
        case .handBack: .handBack
        case .move: visit.field("step").isEmpty ? nil : .move(to: visit.field("step"))
        case .restart: .restart
        case .end: .end
        case .block: .block(until: blockEnd)
        case .unblock: .unblock
        }
    }

    /// What the audit log says of it.
    var act: StaffAct {
        switch self {
        case .answer, .tell: .answerSession
        case .handBack: .handBack
        case .move: .moveSession
        case .restart: .restartSession
        case .end: .endSession
        case .block: .blockNumber
        case .unblock: .unblockNumber
        }
    }

    /// Whether it is something to think about twice.
    var isGrave: Bool { [.restart, .end, .block].contains(self) }

    func title(_ texts: Texts) -> String { texts["do.\(rawValue)"] }
}
