import Expressions

extension Registry {
    /// Answers what a turn needs. Nothing is kept after a rehearsal, so that a PIN need not be stretched.
    func answer(_ need: Need, in snapshot: inout Snapshot, at now: Timestamp) {
        switch need {
        case .code(let digits): snapshot.findings?.code = code(digits, at: now)
        case .holders(let number): snapshot.findings?.holders = holders(of: number)
        case .plea(let person): snapshot.findings?.isWaiting = isWaiting(person)
        case .sharer(let person): snapshot.findings?.sharer = sharer(person)
        case .counts(let person): snapshot.findings?.counts = counts(of: person, at: now)
        case .stretch(let pin, let salts):
            for salt in salts { snapshot.findings?.stretched[salt] = salt + pin.utf8 }
        }
    }
}
