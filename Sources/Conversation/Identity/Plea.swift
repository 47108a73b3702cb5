/// Somebody asks staff for the record of a number that she had, as she has neither a code nor a PIN.
package struct Plea: Hashable, Sendable {
    /// What came of asking, as flows read it. It tells nothing of whether there is such a record.
    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// Staff will check it.
        case asked
        /// She asked before, and staff have not decided.
        case waiting
        /// Too many tries: nothing is taken for a while.
        case locked
    }

    /// The number that she says she had. It is kept nowhere: only what it leads to.
    package let number: String
    /// The case that tells staff of it.
    package let caseNumber: Int

    package init(number: String, caseNumber: Int) {
        self.number = number
        self.caseNumber = caseNumber
    }
}
