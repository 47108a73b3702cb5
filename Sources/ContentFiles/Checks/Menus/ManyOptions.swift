import Conversation

extension CheckRule {
    static let manyOptions = CheckRule(
        "many-options", "M01", .warning, summary: "a menu has too many options",
        reason: """
            People search a menu from the top and remember little of it; field studies in five regions call long menus \
            a tyranny of choice. Five is the convention of the field, not a tested optimum: measured services have two \
            in the middle and seven in the longest tenth. Make two menus, or merge options that lead to the same place.
            """
    ) { context in
        context.steps.compactMap { step in
            guard case .menu(let menu) = step.step.verb else { return nil }
            let (most, mostEver) = (context.thresholds.options, context.thresholds.mostOptions)
            guard menu.options.count > most else { return nil }
            return Finding(
                "this menu has \(menu.options.count) options", at: step.position("options"),
                suggestion: "at most \(most) are easy to choose from: make two menus, or merge options",
                severity: menu.options.count > mostEver ? .error : .warning)
        }
    }
}
