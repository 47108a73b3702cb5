extension CheckRule {
    /// O: what goes out unasked, and how it is ended.
    static let messages: [CheckRule] = [stopWord, countryWords, unaskedReminder, unnamedSender, bareHelp]
}
