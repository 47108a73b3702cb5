import Conversation
import Expressions
import Gateway
import Storage

/// What may be done in a conversation, as forms name it.
enum DeedWord: String, CaseIterable, Sendable {
    case answer, tell, handBack, move, restart, end, block, unblock

    /// The deed that is asked for; nil where it lacks something.
    ///
    /// - Parameters:
    ///   - words: What she is to read.
    ///   - step: Where she is to be sent.
    ///   - blockEnd: When a number is let in again that is blocked now.
    func deed(words: String, step: String, blockEnd: Timestamp) -> StaffDeed? {
        let words = words.replacing("\r\n", with: "\n")
        return switch self {
        case .answer: .answer(words)
        case .tell: .tell(words)
        case .handBack: .handBack
        case .move: step.isEmpty ? nil : .move(to: step)
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

    /// Names it among the deeds of one key: what is changed in it is another deed.
    func key(_ deed: StaffDeed, step: String) -> String { [rawValue, deed.text ?? "", step].joined(separator: "|") }

    /// Whether it is something to think about twice.
    var isGrave: Bool { [.restart, .end, .block].contains(self) }

    func title(_ texts: Texts) -> String { texts["do.\(rawValue)"] }
}
