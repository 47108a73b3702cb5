extension CheckRule {
    /// V: values and what expressions do with them.
    static let values: [CheckRule] = [expressionType, blankValue]
}
