import Conversation

extension CheckRule {
    static let movedOption = CheckRule(
        "moved-option", "M03", .error, summary: "a number that people know means something else now",
        reason: """
            People do not read menus that they use often: they dial *100*1*1*2# and choose blind. An option that moves \
            takes its old number with it as 'alias'; a new one takes a number that nobody has used. Compared with the \
            pack of --against.
            """
    ) { context in
        guard let published = context.settings.published else { return [] }
        return context.menus.flatMap { checked -> [Finding] in
            guard let place = published.places[checked.step.step.address],
                case .menu(let before) = published.steps[place].verb
            else { return [] }
            return before.options.compactMap { moved($0, of: published, in: checked, context) }
        }
    }

    private static func moved(
        _ old: Option, of published: Pack, in checked: CheckedMenu, _ context: CheckContext
    ) -> Finding? {
        let options = checked.menu.options
        let number = String(old.number)
        let now = options.first { $0.number == old.number } ?? options.first { $0.aliases.contains(number) }
        let way = published.leads(old.go)
        let own =
            options.first { $0.value == old.value }
            ?? options.first { context.pack.leads($0.go) == way && $0.number == old.number }
        if let own, own.number == old.number || own.aliases.contains(number) { return nil }
        if let now {
            return Finding(
                "\(number) was '\(old.value)' and is '\(now.value)' now",
                at: context.position(of: now, in: checked.step),
                suggestion: "give what is new a number that nobody has used")
        }
        return own.map { moved in
            Finding(
                "'\(old.value)' had the number \(number)", at: context.position(of: moved, in: checked.step),
                suggestion: "let the old number work: alias: [\"\(number)\"]")
        }
    }
}

extension Pack {
    /// Where a way leads, as a name that can be compared between packs.
    fileprivate func leads(_ go: Go) -> String {
        switch go {
        case .step(let place): steps[place].address
        case .back: "back"
        case .home: "home"
        case .end: "end"
        }
    }
}
