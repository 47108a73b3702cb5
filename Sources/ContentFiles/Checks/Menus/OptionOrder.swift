import Conversation

extension CheckRule {
    static let optionOrder = CheckRule(
        "option-order", "M02", .error, summary: "the numbers of a menu do not rise",
        reason: """
            People who read little know numbers by their order and by heart: *100*1*1*2#. A list that runs 1, 3, 2 is \
            misread. Only the numbers that mean the same on every screen, such as 8 for why and 9 for more, may stand \
            anywhere.
            """
    ) { context in
        context.menus.flatMap { checked -> [Finding] in
            var last = 0
            return checked.menu.options.filter { !context.pack.keys.all.contains(String($0.number)) }.compactMap {
                option in
                defer { last = max(last, option.number) }
                guard option.number < last else { return nil }
                return Finding(
                    "option \(option.number) stands below option \(last)",
                    at: context.numberPosition(of: option, in: checked.step),
                    suggestion: "put the options in their order")
            }
        }
    }
}

extension Keys {
    /// Every key.
    var all: Set<String> { [back, home, unknown, why, more] }
}
