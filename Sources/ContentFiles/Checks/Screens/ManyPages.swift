import Conversation
import Telephony

extension CheckRule {
    static let manyPages = CheckRule(
        "many-pages", "B01", .warning, summary: "a screen needs too many pages",
        reason: """
            Every page costs an answer, and a USSD session may end before the last one. Half of the screens of large \
            services hold less than 125 characters, nine in ten less than 156. The pages are counted at the longest: with \
            the longest value at every place, below what was said before, in every language and on every channel.
            """
    ) { context in
        context.worst(context.screenFaults.paged).map { fault, position in
            let tag = context.pack.languages[fault.language].tag
            return Finding(
                "this screen can need \(fault.number) pages in \(tag) on \(fault.limit)", at: position,
                suggestion: "say it in less than \(context.thresholds.pages + 1) pages, or make two steps of it")
        }
    }
}
