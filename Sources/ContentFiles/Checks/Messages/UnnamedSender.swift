import Conversation
import Expressions

extension CheckRule {
    static let unnamedSender = CheckRule(
        "unnamed-sender", "O02", .warning, summary: "a reminder does not say who writes and how to end it",
        reason: """
            A message from a number that she does not know looks like fraud. The first text of a reminder names the \
            service by the title of the pack, and a word for STOP, in each language. A name in another language may \
            differ, so it is looked for in the pack's own only.
            """
    ) { context in
        let first = Set(context.pack.steps.compactMap(\.verb.later)).sorted()
        return first.flatMap { place in
            let shown = context.shownFirst(from: place)
            return context.pack.languages.indices.flatMap { language in
                context.missing(in: shown.filter { $0.language == language })
            }
        }
    }
}

extension CheckContext {
    /// The texts on the first screen of a flow, in all languages.
    func shownFirst(from place: Int) -> [TextVersion] {
        var seen: Set<Int> = []
        var open = [place]
        var shown: [TextVersion] = []
        while let place = open.popLast() {
            guard seen.insert(place).inserted else { continue }
            shown += versionsOfSteps[place].filter { $0.text.role.isMain || $0.text.role.isOption }
            if !pack.steps[place].verb.shows { open += graph.next(place) }
        }
        return shown
    }

    /// Whether texts of one language name the service.
    func namesSender(_ shown: [TextVersion]) -> Bool {
        shown.first?.isSource == false
            || shown.contains { $0.template.source.lowercased().contains(pack.title.lowercased()) }
    }

    /// Whether texts of one language hold a word for STOP that nothing else would explain: a letter or two are in any text.
    func namesStop(_ shown: [TextVersion]) -> Bool {
        let stops = pack.commands.filter {
            $0.value == .stop && ($0.key.count > 2 || !$0.key.utf8.allSatisfy { $0 < 0x80 })
        }
        return shown.contains { version in
            stops.keys.contains { version.template.source.lowercased().contains($0) }
        }
    }

    /// What the texts of one language do not say, at the first of them.
    fileprivate func missing(in shown: [TextVersion]) -> [Finding] {
        guard let first = shown.first else { return [] }
        return [
            namesSender(shown)
                ? nil
                : Finding(
                    "this reminder does not say who writes", at: first.position,
                    suggestion: "begin with '\(pack.title)'"),
            namesStop(shown)
                ? nil
                : Finding(
                    "this reminder does not say how to end such messages", at: first.position,
                    suggestion: "end with: STOP ends these messages"),
        ].compactMap(\.self)
    }
}

extension PackText.Role {
    fileprivate var isOption: Bool { if case .option = self { true } else { false } }
}
