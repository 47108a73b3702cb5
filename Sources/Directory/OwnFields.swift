package import Expressions

/// What an office says in columns of the pack's own, beyond what every office has: `papers`, `takes_migrant_children`.
package struct OwnFields: Hashable, Sendable {
    /// What stands in one column.
    package enum Entry: Hashable, Sendable {
        /// The same for every reader, of the type that the whole column has.
        case value(Value)
        /// A text in the languages that have one.
        case worded(Wordings)
    }

    /// The names of the columns: one list that all offices of a kind share.
    package let names: [String]
    /// What stands in each column; nil where nothing does.
    package let entries: [Entry?]

    /// Columns and what stands in them, in one order.
    package init(names: [String] = [], entries: [Entry?] = []) {
        self.names = names
        self.entries = entries
    }

    /// What a column says to readers of a language; nil where there is nothing, or no such column.
    package func value(named name: String, in tag: String) -> Value? {
        guard let place = names.firstIndex(of: name), entries.indices.contains(place) else { return nil }
        switch entries[place] {
        case .value(let value): return value
        case .worded(let wordings): return wordings.text(in: tag).map(Value.text)
        case nil: return nil
        }
    }
}
