import Expressions

/// What a change is about, told before it is written: changes of several gateways about different people are kept beside
/// each other. A change that does not tell is kept while nobody else writes.
struct Reach: Sendable {
    /// The fingerprints of the numbers that wrote.
    var fingerprints: [[UInt8]] = []
    /// The numbers of the conversations.
    var sessions: [Int64] = []
    /// The ids that providers gave to messages.
    var providerIDs: [String] = []

    /// Nothing that anybody else may be about at the same time.
    static let own = Reach()

    /// Nil where it may be about anybody.
    init?(_ subject: Subject) {
        switch subject {
        case .address(let key, _): fingerprints = [key.fingerprint]
        case .timer(let id): sessions = [id.rawValue]
        case .reminder, .request, .recipient, .session: return nil
        }
    }

    init(providerIDs: [String] = []) {
        self.providerIDs = providerIDs
    }

    /// All of a group.
    init(_ group: some Sequence<Reach>) {
        for one in group {
            fingerprints += one.fingerprints
            sessions += one.sessions
            providerIDs += one.providerIDs
        }
    }
}
