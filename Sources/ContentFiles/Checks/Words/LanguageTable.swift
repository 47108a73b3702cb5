/// What the rules know about the words of one language. A language without a table is checked by all rules that need
/// no words; a new one is a file of its own and a line in `of`.
struct LanguageTable: Sendable {
    /// Words of offices and of law with plain ones that mean the same.
    let hardWords: WordList
    /// Words that blame someone for an answer that was not understood.
    let blamingWords: WordList
    /// What nobody can do on a USSD screen or in an SMS answer: click, tap, open a link.
    let screenWords: WordList
    /// What is done with keys, which an SMS does not have.
    let keyWords: WordList
    /// Words that turn a sentence into its opposite.
    let negations: WordList
    /// Numbers as words, with their digits.
    let numberWords: WordList
    /// Chat and office shorthand, with the words.
    let shorthand: WordList
    /// Letters that stand for words and that everybody knows, in small letters.
    let knownLetters: Set<String>
    /// Labels for "other", "I do not know" and "none of these".
    let otherWords: WordList
    /// Says that something costs nothing, or what it costs.
    let freeWords: WordList
    /// Words that an example follows.
    let exampleWords: WordList

    /// Letters that phones and shops have taught everybody, whatever the language.
    static let lettersKnownEverywhere: Set<String> = ["atm", "id", "ok", "pin", "sim", "sms", "ussd"]

    /// The table for a language's tag, by the tag's first part.
    static func of(_ tag: String) -> LanguageTable? {
        switch tag.prefix(while: { $0 != "-" && $0 != "_" }).lowercased() {
        case "en": english
        case "sw": swahili
        case "zh": chinese
        default: nil
        }
    }
}
