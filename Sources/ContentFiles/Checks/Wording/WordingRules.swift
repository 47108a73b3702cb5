extension CheckRule {
    /// T: plain words, short sentences, one thing at a time.
    static let wording: [CheckRule] = [
        longSentence, crowdedScreen, questionNotLast, longWord, hardWord, capitals, shorthand, negativeQuestion,
        numberWord, ungroupedAmount, comparedAmounts, ambiguousDate, screenWord, keyWord, unsaidCost, measures,
    ]
}
