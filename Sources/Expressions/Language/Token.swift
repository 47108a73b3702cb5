/// A piece of an expression's source with its place in characters.
struct Token: Equatable {
    enum Kind: Equatable {
        /// A name, keyword or word operator, as written.
        case word(String)
        /// Digits with an optional fraction, as written.
        case number(String)
        /// `2026-03-15` or `2026-03`, written without spaces.
        case date(CalendarDate)
        case month(CalendarMonth)
        /// A quoted text, escapes undone.
        case text(String)
        /// An operator, bracket or comma.
        case symbol(String)
        case end
    }

    let kind: Kind
    let offset: Int
    let length: Int

    /// The word in lower case, for names that ignore case.
    var lowercasedWord: String? {
        if case .word(let word) = kind { word.lowercased() } else { nil }
    }

    func isSymbol(_ symbol: String) -> Bool { kind == .symbol(symbol) }
}
