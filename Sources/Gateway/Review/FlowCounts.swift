import Conversation
package import Storage

/// How many sessions moved through the steps of a flow. Of each step, whoever arrived has left it, waits there, or ended
/// there.
package struct FlowCounts: Hashable, Sendable {
    /// What became of those who arrived at a step.
    package struct Step: Hashable, Sendable {
        /// How many came, each as often as she did.
        package var arrived = 0
        /// How many went on.
        package var left = 0
        /// How many came to the end there.
        package var ended = 0
        /// How many broke off there: they said nothing more, began anew, asked for no more messages.
        package var brokeOff = 0

        /// How many are there now.
        package var waiting: Int { arrived - left - ended - brokeOff }

        package init() {}
    }

    /// A move that takes none of the ways of its step: by a word or a key that works everywhere, for a question of a rule.
    package struct Jump: Hashable, Sendable {
        /// The address of the step that was left; nil where sessions began, or came from another language.
        package let from: String?
        /// The address of the step that was come to; nil where sessions went on in another language.
        package let to: String?
        /// How many sessions moved so.
        package let count: Int
    }

    /// By the address of the step.
    package private(set) var steps: [String: Step] = [:]
    /// How many went a way, by its id, as pictures have it.
    package private(set) var ways: [String: Int] = [:]
    /// What became of those who came to the flow from elsewhere, each as often as she did.
    package private(set) var whole = Step()
    /// The most frequent first.
    package private(set) var jumps: [Jump] = []

    /// - Parameter flow: The flow whose steps are counted; what lies outside of it is only come from and gone to.
    package init(of passages: [PassageCount], in flow: String) {
        for passage in passages {
            add(passage, in: flow)
            addToWhole(passage, in: flow)
        }
        jumps.sort { ($0.count, $1.from ?? "", $1.to ?? "") > ($1.count, $0.from ?? "", $0.to ?? "") }
    }

    private mutating func add(_ passage: PassageCount, in flow: String) {
        let own = passage.step.flatMap { Conversation.Step.flow(of: $0) == flow ? $0 : nil }
        if let own {
            switch passage.end {
            case .step, .otherLanguage: steps[own, default: Step()].left += passage.count
            case .over(.finished): steps[own, default: Step()].ended += passage.count
            case .over: steps[own, default: Step()].brokeOff += passage.count
            }
        }
        var target: String?
        if case .step(let step) = passage.end { target = step }
        if let target, Conversation.Step.flow(of: target) == flow {
            steps[target, default: Step()].arrived += passage.count
        }
        if let way = passage.way, let step = passage.step {
            ways["\(step):\(way)", default: 0] += passage.count
        } else if target != nil || passage.end == .otherLanguage {
            jumps.append(Jump(from: passage.step, to: target, count: passage.count))
        }
    }

    /// Moves within the flow change nothing about the whole of it.
    private mutating func addToWhole(_ passage: PassageCount, in flow: String) {
        let isOwn = passage.step.map { Conversation.Step.flow(of: $0) == flow } ?? false
        switch passage.end {
        case .step(let step) where Conversation.Step.flow(of: step) == flow:
            if !isOwn { whole.arrived += passage.count }
        case .step, .otherLanguage: if isOwn { whole.left += passage.count }
        case .over(.finished): if isOwn { whole.ended += passage.count }
        case .over: if isOwn { whole.brokeOff += passage.count }
        }
    }
}
