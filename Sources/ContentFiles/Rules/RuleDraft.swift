import Entitlements
import Expressions

/// A rule's file as it was read, with the places that checks need.
struct RuleDraft {
    /// The rule without local exceptions.
    var rule: Rule
    /// The file as messages show it.
    let file: String
    /// What the contexts of its texts begin with: `rules/wages`.
    let context: String
    /// Where the id stands.
    let position: Position
    /// Every expression, for the check of types.
    let expressions: [ExpressionReader.Placed]
    /// Where each outcome is declared.
    let outcomes: [String: Position]
    /// Where each line of the decision begins.
    let lines: [Position]
    /// Where each shown name stands.
    let shown: [(name: String, position: Position)]
    /// Where each next step is named.
    let next: [(name: String, position: Position)]
    /// When the rule must have been looked at again.
    let reviewBy: (day: CalendarDate, position: Position)?
    /// Where a regional figure stands, when there is one.
    let regional: Position?
}
