import Conversation

extension CheckRule {
    static let optionGap = CheckRule(
        "option-gap", "M02", .warning, summary: "a number is left out of a menu",
        reason: """
            A list that runs 1, 3 makes people look for 2. A gap is right where a number that people know would move \
            otherwise: then say so with an allowance.
            """
    ) { context in
        context.menus.flatMap { checked -> [Finding] in
            var next = 1
            return checked.menu.options.filter { !context.pack.keys.all.contains(String($0.number)) }.compactMap {
                option in
                defer { next = max(next, option.number + 1) }
                guard option.number > next else { return nil }
                return Finding(
                    "option \(option.number) follows option \(next - 1)",
                    at: context.numberPosition(of: option, in: checked.step),
                    suggestion: "number it \(next), or allow option-gap with the reason")
            }
        }
    }
}
