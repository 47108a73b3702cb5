extension CheckRule {
    /// N: ways on, ways back, and a way to a person.
    static let ways: [CheckRule] = [silentEffect, bareEnd, noPerson, farPerson]
}
