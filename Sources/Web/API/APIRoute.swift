package import Gateway

/// Every door of the API. A route that is not here does not exist, and each says who may pass and what it takes.
package enum APIRoute: String, CaseIterable, Sendable {
    case openAPI = "GET /api/v1/openapi.yaml"

    case sessions = "GET /api/v1/sessions"
    case session = "GET /api/v1/sessions/:id"
    case sessionTalk = "GET /api/v1/sessions/:id/talk"
    case findSession = "POST /api/v1/sessions/find"
    case lookAtDeed = "POST /api/v1/sessions/:id/deed"
    case actInSession = "POST /api/v1/sessions/:id/act"
    case noteSession = "POST /api/v1/sessions/:id/note"
    case tagSession = "POST /api/v1/sessions/:id/tag"

    case cases = "GET /api/v1/cases"
    case openedCase = "GET /api/v1/cases/:number"
    case assignCase = "POST /api/v1/cases/:number/assign"
    case noteCase = "POST /api/v1/cases/:number/note"
    case closeCase = "POST /api/v1/cases/:number/close"

    case claims = "GET /api/v1/claims"
    case waitingClaims = "GET /api/v1/claims/waiting"
    case approveClaim = "POST /api/v1/claims/waiting/:id/approve"
    case refuseClaim = "POST /api/v1/claims/waiting/:id/refuse"
    case undoClaim = "POST /api/v1/claims/:id/undo"

    case messages = "GET /api/v1/messages"
    case retryMessages = "POST /api/v1/messages/retry"
    case channels = "GET /api/v1/channels"

    case pack = "GET /api/v1/pack"
    case checkPack = "POST /api/v1/pack/check"
    case publishPack = "POST /api/v1/pack/publish"

    case flows = "GET /api/v1/flows"
    case flow = "GET /api/v1/flows/counts"
    case rules = "GET /api/v1/rules"
    case directory = "GET /api/v1/directory"
    case offices = "GET /api/v1/directory/offices"

    case counts = "GET /api/v1/counts"
    case evidence = "GET /api/v1/evidence"
    case flowEvidence = "GET /api/v1/evidence/flow"
    case messageEvidence = "GET /api/v1/evidence/messages"
    case audit = "GET /api/v1/audit"

    /// What a token's role must allow; nil where no token is needed.
    package var need: Right? {
        switch self {
        case .openAPI: nil
        case .lookAtDeed, .actInSession, .noteSession, .tagSession: .assist
        case .sessions, .session, .sessionTalk, .findSession, .cases, .openedCase, .assignCase, .noteCase, .closeCase:
            .assist
        case .claims, .waitingClaims, .approveClaim, .refuseClaim, .undoClaim: .assist
        case .messages, .channels, .pack, .counts, .evidence, .flowEvidence, .messageEvidence: .view
        case .retryMessages, .checkPack, .publishPack, .flows, .flow, .rules, .directory, .offices: .operate
        case .audit: .administer
        }
    }

    /// What may stand behind the question mark; anything else is refused.
    package var parameters: Set<String> {
        switch self {
        case .sessions:
            [
                "person", "channel", "flow", "language", "place", "state", "flagged", "tag", "from", "until", "after",
                "limit",
            ]
        case .session, .openedCase: ["sight"]
        case .cases: ["state", "topic", "assignee", "after", "limit"]
        case .messages: ["channel", "stage", "after", "limit"]
        case .flows: ["from", "until"]
        case .flow: ["flow", "from", "until", "language", "revision"]
        case .offices: ["kind", "after", "limit"]
        case .audit: ["before"]
        case .evidence, .messageEvidence: ["month"]
        case .flowEvidence: ["flow", "month"]
        default: []
        }
    }

    /// What the body may hold; anything else is refused.
    package var fields: Set<String> {
        switch self {
        case .findSession: ["sought", "after"]
        case .lookAtDeed: ["deed", "words", "step"]
        case .actInSession: ["deed", "words", "step", "mark"]
        case .tagSession: ["tag", "on"]
        case .assignCase: ["assignee"]
        case .noteCase, .noteSession: ["note"]
        case .closeCase: ["outcome", "words", "mark"]
        case .approveClaim: ["sure", "record"]
        case .retryMessages: ["ids", "channel"]
        default: []
        }
    }

    /// The method, in capitals.
    package var method: String { String(rawValue.prefix { $0 != " " }) }

    /// The path, with the names of its variables behind colons.
    package var path: String { String(rawValue.drop { $0 != " " }.dropFirst()) }
}
