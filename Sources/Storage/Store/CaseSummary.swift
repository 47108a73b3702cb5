package import Expressions

/// A case that was opened for staff.
package struct CaseSummary: Hashable, Sendable {
    /// The number that staff and she call it by; later cases have greater ones.
    package let number: Int
    package let person: PersonID
    /// The conversation that opened it.
    package let session: SessionID?
    /// The pack's word for what it is about.
    package let topic: String
    /// What staff should know about it, in her words.
    package let note: String
    /// The step that opened it.
    package let step: String
    package let openedAt: Timestamp
    /// The member of staff who sees to it, by the id of the account, never a name; nil for nobody.
    package let assignee: String?
    /// When it was closed, nil while it is open.
    package let closedAt: Timestamp?
    /// What came of it; nil while it is open, and where that was not said.
    package let outcome: CaseOutcome?

    package init(
        number: Int, person: PersonID, session: SessionID?, topic: String, note: String, step: String,
        openedAt: Timestamp, assignee: String? = nil, closedAt: Timestamp? = nil, outcome: CaseOutcome? = nil
    ) {
        self.number = number
        self.person = person
        self.session = session
        self.topic = topic
        self.note = note
        self.step = step
        self.openedAt = openedAt
        self.assignee = assignee
        self.closedAt = closedAt
        self.outcome = outcome
    }

    /// The same case with another note.
    package func noting(_ note: String) -> CaseSummary {
        CaseSummary(
            number: number, person: person, session: session, topic: topic, note: note, step: step,
            openedAt: openedAt, assignee: assignee, closedAt: closedAt, outcome: outcome)
    }
}

/// What came of a case.
package enum CaseOutcome: String, Hashable, Sendable, CaseIterable, Codable {
    /// She has what she asked for.
    case helped
    /// An office, a union or somebody else has it now.
    case referred
    /// She could not be reached.
    case unreachable
    /// Nobody can help with it here.
    case declined
    /// Another case is about the same.
    case duplicate
}

/// Which cases a list has: the open ones, from the oldest, or the closed ones, from the latest.
package struct CaseFilter: Hashable, Sendable {
    /// Who sees to a case.
    package enum Assignee: Hashable, Sendable {
        case nobody
        /// By the id of the account.
        case somebody(String)
    }

    package var isClosed = false
    /// The pack's word for what they are about.
    package var topic: String?
    package var assignee: Assignee?

    package init() {}
}

/// How many open cases there are of a topic.
package struct CaseCount: Hashable, Sendable {
    package let topic: String
    package let open: Int
    /// Those of them that were opened too long ago.
    package let overdue: Int
    /// Those of them that nobody sees to.
    package let unassigned: Int
}

/// What staff do about a case.
package enum CaseChange: Hashable, Sendable {
    /// Lets somebody see to it, by the id of the account, never a name; nil for nobody.
    case assign(String?)
    /// Writes something down.
    case note(String)
    case close(CaseOutcome)
}

/// What became of a change.
package enum CaseChanging: String, Hashable, Sendable, CaseIterable, Codable {
    case done
    /// It was done before: nothing happened.
    case repeated
    /// There is no case of that number.
    case unknown
    /// The case is closed.
    case closed
}
