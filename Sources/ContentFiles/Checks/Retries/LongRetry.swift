import Conversation
import Telephony

extension CheckRule {
    static let longRetry = CheckRule(
        "long-retry", "E05", .error, summary: "a retry needs more pages than its question",
        reason: """
            With a retry the options come again, so that nobody has to remember them. If both together do not fit the \
            screen that the question fits, the options move to a page of their own just when someone is lost.
            """
    ) { context in
        let split = context.screenFaults.split
        var pages: [[Int]: Int] = [:]
        for fault in split where fault.part == .question { pages[fault.screen] = fault.number }
        let longer = split.filter { fault in
            guard case .retry = fault.part else { return false }
            return fault.number > pages[fault.screen, default: 1]
        }
        return context.worst(longer).map { fault, position in
            Finding(
                "this retry needs \(fault.number) pages on \(fault.limit), its question "
                    + "\(pages[fault.screen, default: 1])",
                at: position, suggestion: "make it as short as the question")
        }
    }
}

extension ScreenFaults.Fault {
    /// The step, language and limit, whatever is shown.
    fileprivate var screen: [Int] { [step.place, language, limit.hashValue] }
}
