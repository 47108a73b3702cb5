extension CheckRule {
    /// I: what people are asked to type.
    static let answers: [CheckRule] = [
        typedText, unboundedAnswer, noExample, refusedExample, dateAtOnce, missingWord, reservedWord, longTyping,
        unconfirmedNumber,
    ]
}
