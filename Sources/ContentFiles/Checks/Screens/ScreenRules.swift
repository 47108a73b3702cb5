extension CheckRule {
    /// B: what a screen or a message holds.
    static let screens: [CheckRule] = [
        screenOverflow, manyPages, longSource, unboundedValue, costlyCharacters, encodingOverflow, messageSegments,
        invisibleCharacter, notNormalised, doubleCharacters,
    ]
}
