import Hummingbird

/// What is wrong with a request, and where to go on.
struct FaultPage: ConsolePage {
    /// What can be wrong.
    enum Fault: String, CaseIterable, Sendable {
        /// The visitor's role does not go so far.
        case forbidden
        /// The form was opened too long ago, or in another browser.
        case stale
        /// Nothing is there.
        case missing
        /// No such invitation, or none any more.
        case noInvitation
        /// Too many attempts from one address.
        case crowded
        /// The database does not answer.
        case unavailable

        var status: HTTPResponse.Status {
            switch self {
            case .forbidden, .stale: .forbidden
            case .missing, .noInvitation: .notFound
            case .crowded: .tooManyRequests
            case .unavailable: .serviceUnavailable
            }
        }
    }

    let frame: Frame
    let sentence: String
    let isAnonymous: Bool

    init(_ fault: Fault, _ visit: Visit) {
        frame = Frame("fault.\(fault.rawValue)", visit)
        sentence = visit.texts["fault.\(fault.rawValue).help"]
        isAnonymous = visit.signIn == nil
    }

    static let template = """
        <p class="lead">{{sentence}}</p>
        <p><a href="/console">{{#isAnonymous}}{{frame.t.toSignIn}}{{/isAnonymous}}\
        {{^isAnonymous}}{{frame.t.toHome}}{{/isAnonymous}}</a></p>
        """
}
