import Conversation
import Telephony

extension CheckRule {
    static let screenOverflow = CheckRule(
        "screen-overflow", "B01", .error, summary: "an option does not fit a screen",
        reason: """
            An option is never cut or divided, so it must fit a page together with the line that turns pages, in every \
            language and with the longest value at every place. Checks lay every screen out as the gateway does, with \
            the limits of 3GPP TS 23.038: 160 septets are 70 characters when one of them is not in the GSM alphabet. An \
            option that does not fit would end the conversation with the apology.
            """
    ) { context in
        context.screenFaults.overflowing.map { fault in
            let tag = context.pack.languages[fault.language].tag
            return Finding(
                "option \(fault.number) in \(tag) and the line that turns pages do not fit \(fault.limit)",
                at: context.position(of: .option(fault.number), in: fault.step, fault.language),
                suggestion: "shorten the label, or bound the values in it")
        }
    }
}
