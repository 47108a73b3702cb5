import Conversation
import Entitlements
import Expressions

/// What becomes of a right when she moves.
extension RuleReader {
    /// A portability with the places of the next steps it names.
    struct PlacedPortability {
        let portability: Portability
        let next: [(name: String, position: Position)]
    }

    /// What the rule says of a move.
    ///
    /// - Parameter title: The rule's own, which names it in a list unless it has another one there.
    func portability(_ value: YAML, _ laws: [String: Law], title: LocalizedText) -> PlacedPortability? {
        guard let fields = Fields(value, "'portability'", .portability, log: log) else { return nil }
        if fields["moves"] == nil { log.error("missing-key", "'portability' needs 'moves'", at: fields.position) }
        let moves = fields.word("moves", as: Portability.Moves.self)
        let own = fields["title"].flatMap { _ in literal(fields, "title", "portability.title") }
        let text = literal(fields, "text", "portability.text")
        let because = fields["because"].flatMap { _ in literal(fields, "because", "portability.because") }
        let law = lawNames(fields, laws)
        let next = named(fields, "next")
        let within = fields["within"].flatMap { _ in fields.word("within", as: Portability.Extent.self) }
        if fields["because"] == nil, let place = fields["next"] {
            log.error(
                "missing-key", "'portability' with 'next' needs 'because', too", at: place.position,
                suggestion: "say in a few words why, as in a line of 'decide'")
        }
        guard let moves, let text else { return nil }
        let portability = Portability(
            moves: moves, title: own ?? title, text: text, because: because, laws: law, next: next.map(\.name),
            within: within)
        return PlacedPortability(portability: portability, next: next)
    }
}
