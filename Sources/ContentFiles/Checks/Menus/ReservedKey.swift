import Conversation

extension CheckRule {
    static let reservedKey = CheckRule(
        "reserved-key", "M04", .error, summary: "an option takes a key that means something else",
        reason: """
            The same key must mean the same on every screen. Back and home always win over an option, so an option with \
            their key can never be chosen; an option with the key for more cannot be chosen on a page whose last line \
            gives that key to the next page.
            """
    ) { context in
        let keys = context.pack.keys
        let taken = context.menus.flatMap { checked in
            checked.menu.options.compactMap { option -> Finding? in
                let own = [String(option.number)] + option.aliases
                guard let key = own.first(where: { $0 == keys.back || $0 == keys.home }) else { return nil }
                return Finding(
                    "\(key) always means \(key == keys.back ? "back" : "home")",
                    at: context.position(of: option, in: checked.step), suggestion: "give the option another number")
            }
        }
        let shadowed = context.screenFaults.shadowed.map { fault in
            Finding(
                "\(fault.number) stands on a page of which \(keys.more) means more, in "
                    + "\(context.pack.languages[fault.language].tag) on \(fault.limit)",
                at: context.position(of: .option(fault.number), in: fault.step, fault.language),
                suggestion: "put the option last, or shorten the text so that it is one page")
        }
        var seen: Set<Position> = []
        return taken + shadowed.filter { seen.insert($0.position).inserted }
    }
}
