import Conversation
import Telephony

extension CheckRule {
    static let noCopy = CheckRule(
        "no-copy", "S05", .warning, summary: "a long answer is not offered by SMS",
        reason: """
            A USSD screen cannot be kept, and who leafs through pages forgets the first one. Services for people with \
            primary school only, such as Tigo Kilimo, show the fact on one screen and send the rest by SMS to those who \
            want it. So after a text of more than one page some way leads to 'send'.
            """
    ) { context in
        let steps = context.pack.steps
        let sending = steps.indices.filter { if case .send = steps[$0].verb { true } else { false } }
        let offers = context.graph.leading(to: sending)
        let long = context.screenFaults.split.filter { fault in
            guard case .ussd = fault.limit, fault.part == .question else { return false }
            return context.tells(fault.step.place) && !offers[fault.step.place]
        }
        return context.worst(long).map { fault, position in
            Finding(
                "this answer needs \(fault.number) pages on USSD, and nothing offers it by SMS", at: position,
                suggestion: "say it on one page, or add an option that leads to 'send'")
        }
    }
}
