extension CheckRule {
    /// M: options, their numbers and their labels.
    static let menus: [CheckRule] = [
        manyOptions, optionOrder, optionGap, movedOption, reservedKey, longLabel, similarLabels, manyHops, noOther,
        singleOption, nestedMenus,
    ]
}
