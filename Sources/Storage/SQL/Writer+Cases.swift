import Expressions
import Sealing

/// What staff do about cases.
extension Writer {
    /// The texts of the statements; the tests ask for their query plans.
    enum CaseSQL {
        static let find = "SELECT closed_at IS NOT NULL FROM cases WHERE number = ?"

        static let assign = "UPDATE cases SET assignee = ? WHERE number = ?"

        static let note = "INSERT INTO notes (case_number, at, author, words) VALUES (?, ?, ?, ?)"

        static let close = "UPDATE cases SET closed_at = ?, outcome = ? WHERE number = ?"

        static let all = [find, assign, note, close]
    }

    /// Changes a case once, whoever asks for it how often.
    ///
    /// - Parameter key: Makes repeats recognisable, as the key of an arrival does.
    mutating func change(
        caseNumber number: Int, _ change: CaseChange, by author: String, key: [UInt8], at: Timestamp
    ) throws(StoreFault) -> CaseChanging {
        guard let isClosed = try query(CaseSQL.find).first(number, read: { $0.integer(0) == 1 }) else {
            return .unknown
        }
        guard try keepKey(key, at: at) else { return .repeated }
        switch change {
        case .assign, .close: if isClosed { return .closed }
        case .note: break
        }
        switch change {
        case .assign(let name): try query(CaseSQL.assign).run(name, number)
        case .note(let text): try query(CaseSQL.note).run(number, at, author, seal(text, as: .note))
        case .close(let outcome): try query(CaseSQL.close).run(at, outcome.rawValue, number)
        }
        return .done
    }
}
