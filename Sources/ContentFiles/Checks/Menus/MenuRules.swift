extension CheckRule {
    /// M: options, their numbers and their labels.
    static let menus: [CheckRule] = [manyOptions]
}
