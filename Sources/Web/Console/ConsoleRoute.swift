package import Gateway
import Storage

/// Every door of the console. A route that is not here does not exist, and each says who may pass.
package enum ConsoleRoute: String, CaseIterable, Sendable {
    case style = "GET /console/style.css"
    case script = "GET /console/script.js"

    case signInForm = "GET /console/sign-in"
    case signIn = "POST /console/sign-in"
    case joinForm = "GET /console/join/:token"
    case join = "POST /console/join/:token"

    case home = "GET /console"
    case account = "GET /console/account"
    case signOut = "POST /console/sign-out"
    case signOutEverywhere = "POST /console/sign-out-everywhere"

    case sessions = "GET /console/sessions"
    case session = "GET /console/sessions/:id"
    case findSession = "POST /console/sessions/find"

    case sessionPath = "GET /console/sessions/:id/path"
    case sessionPicture = "GET /console/sessions/:id/picture"
    case sessionTalk = "GET /console/sessions/:id/talk"
    case sessionsStream = "GET /console/streams/sessions"
    case sessionStream = "GET /console/streams/sessions/:id"

    case lookAtDeed = "POST /console/sessions/:id/deed"
    case actInSession = "POST /console/sessions/:id/act"
    case noteSession = "POST /console/sessions/:id/note"
    case tagSession = "POST /console/sessions/:id/tag"

    case cases = "GET /console/cases"
    case caseView = "GET /console/cases/:id"
    case assignCase = "POST /console/cases/:id/assign"
    case noteCase = "POST /console/cases/:id/note"
    case closingCase = "POST /console/cases/:id/closing"
    case closeCase = "POST /console/cases/:id/close"

    case claims = "GET /console/claims"
    case approveClaim = "POST /console/claims/approve"
    case refuseClaim = "POST /console/claims/refuse"
    case undoClaim = "POST /console/claims/undo"

    case outbox = "GET /console/outbox"
    case retryMessages = "POST /console/outbox/retry"
    case messages = "GET /console/outbox/all"
    case retryChannel = "POST /console/outbox/retry-channel"
    case channels = "GET /console/channels"
    case evidence = "GET /console/evidence"
    case evidenceTable = "GET /console/evidence/:month"
    case messageTable = "GET /console/evidence/:month/messages"
    case chooseFlowEvidence = "GET /console/evidence/:month/flows"
    case flowEvidence = "GET /console/evidence/:month/flows/:flow"
    case flowEvidenceTable = "GET /console/evidence/:month/flows/:flow/table"
    case giveResults = "POST /console/evidence/:month/flows/:flow/results"
    case flows = "GET /console/flows"
    case flowsPicture = "GET /console/flows.svg"
    case flow = "GET /console/flows/:flow"
    case flowPicture = "GET /console/flows/:flow/picture"

    case directory = "GET /console/directory"
    case offices = "GET /console/directory/:kind"
    case table = "GET /console/directory/import"
    case checkTable = "POST /console/directory/import"
    case takeTable = "POST /console/directory/import/take"
    case rules = "GET /console/rules"
    case rule = "GET /console/rules/:rule"
    case figures = "GET /console/rules/import"
    case checkFigures = "POST /console/rules/import"
    case takeFigures = "POST /console/rules/import/take"

    case pack = "GET /console/pack"
    case checkPack = "POST /console/pack/check"
    case publishPack = "POST /console/pack/publish"
    case checkRevision = "POST /console/pack/check-revision"
    case goBack = "POST /console/pack/go-back"

    case staff = "GET /console/staff"
    case invite = "POST /console/staff/invite"
    case renewLink = "POST /console/staff/link"
    case changeRole = "POST /console/staff/role"
    case disable = "POST /console/staff/disable"
    case enable = "POST /console/staff/enable"
    case tokens = "GET /console/tokens"
    case makeToken = "POST /console/tokens/make"
    case revokeToken = "POST /console/tokens/revoke"
    case audit = "GET /console/audit"

    /// Who may pass.
    package enum Need: Hashable, Sendable {
        /// Anybody.
        case nothing
        /// Whoever has signed in.
        case signIn
        case right(Right)

        /// Whether it lets in who has signed in; nil for nobody.
        func admits(_ signIn: SignIn?) -> Bool {
            switch self {
            case .nothing: true
            case .signIn: signIn != nil
            case .right(let right): signIn?.role.rights.contains(right) ?? false
            }
        }
    }

    /// Who may pass here.
    package var need: Need {
        switch self {
        case .style, .script, .signInForm, .signIn, .joinForm, .join: .nothing
        case .home, .account, .signOut, .signOutEverywhere: .signIn
        case .sessions, .session, .findSession, .claims, .approveClaim, .refuseClaim, .undoClaim: .right(.assist)
        case .sessionPath, .sessionPicture, .sessionTalk, .sessionsStream, .sessionStream: .right(.assist)
        case .lookAtDeed, .actInSession, .noteSession, .tagSession: .right(.assist)
        case .cases, .caseView, .assignCase, .noteCase, .closingCase, .closeCase: .right(.assist)
        case .outbox, .messages, .channels, .evidence, .evidenceTable, .messageTable, .pack: .right(.view)
        case .chooseFlowEvidence, .flowEvidence, .flowEvidenceTable: .right(.view)
        case .flows, .flowsPicture, .flow, .flowPicture, .directory, .offices, .rules, .rule: .right(.operate)
        case .table, .checkTable, .takeTable, .figures, .checkFigures, .takeFigures: .right(.operate)
        case .retryMessages, .retryChannel, .checkPack, .publishPack, .checkRevision, .goBack: .right(.operate)
        case .staff, .invite, .renewLink, .changeRole, .disable, .enable, .audit: .right(.administer)
        case .tokens, .makeToken, .revokeToken, .giveResults: .right(.administer)
        }
    }

    /// Whether it takes a form, which must come from a page of ours.
    package var isForm: Bool { rawValue.hasPrefix("POST ") }

    /// Whether it tells a page that what it shows has changed, for as long as the page is open.
    package var isStream: Bool { self == .sessionsStream || self == .sessionStream }

    /// Whether it takes a form with a file.
    var isUpload: Bool { self == .checkTable || self == .checkFigures }

    /// Whether it takes a form with a table, as a file or within it.
    var bringsTable: Bool { isUpload || self == .takeTable || self == .takeFigures }

    /// The address of the page that a visitor is on: a form that has no page of its own came from the one above it.
    package func page(_ address: String) -> String {
        let hasPage = Self.allCases.contains { !$0.isForm && $0.path == path }
        guard isForm, !hasPage, let end = address.lastIndex(of: "/") else { return address }
        return String(address[..<end])
    }

    /// The path, with the names of its variables.
    package var path: String { String(rawValue.drop { $0 != " " }.dropFirst()) }
}
