import Conversation

extension CheckRule {
    static let nestedMenus = CheckRule(
        "nested-menus", "M09", .warning, summary: "two menus could be one",
        reason: """
            People who read little lose their way in trees of menus (studies with 90 and 70 people in four countries). \
            A menu that is reached by one option only, and whose options would fit in that option's place, saves a hop.
            """
    ) { context in
        let most = context.thresholds.options
        let menus = context.menus
        var ways: [Int: Int] = [:]
        for step in context.pack.steps {
            for place in step.verb.ways.compactMap(\.place) { ways[place, default: 0] += 1 }
        }
        for place in context.pack.keywords.values { ways[place, default: 0] += 1 }
        let headings = Dictionary(
            menus.filter { $0.kind == .heading }.map { ($0.step.place, $0) }, uniquingKeysWith: { first, _ in first })
        return menus.flatMap { outer -> [Finding] in
            guard outer.kind == .heading else { return [] }
            return outer.menu.options.compactMap { option in
                guard let place = option.go.place, place != outer.step.place, let inner = headings[place],
                    ways[place] == 1,
                    outer.menu.options.count - 1 + inner.menu.options.count <= most
                else { return nil }
                return Finding(
                    "the menu behind '\(option.value)' would fit in its place",
                    at: context.position(of: option, in: outer.step), suggestion: "put its options here")
            }
        }
    }
}
