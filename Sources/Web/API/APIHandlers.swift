import Conversation
import Gateway
import Storage

/// What lies behind each door of the API.
struct APIHandlers: Sendable {
    let gateway: Gateway

    /// Does what a program asks that may ask it.
    func answer(_ route: APIRoute, _ call: APICall) async throws -> APIAnswer {
        switch route {
        case .openAPI: throw APIProblem.missing
        case .sessions: try await sessions(call)
        case .session: try await session(call)
        case .sessionTalk: try await sessionTalk(call)
        case .findSession: try await findSession(call)
        case .lookAtDeed: try await lookAtDeed(call)
        case .actInSession: try await actInSession(call)
        case .noteSession: try await noteSession(call)
        case .tagSession: try await tagSession(call)
        case .cases: try await cases(call)
        case .openedCase: try await openedCase(call)
        case .assignCase: try await assignCase(call)
        case .noteCase: try await noteCase(call)
        case .closeCase: try await closeCase(call)
        case .claims: try await claims()
        case .waitingClaims: try await waitingClaims()
        case .approveClaim: try await approveClaim(call)
        case .refuseClaim: try await refuseClaim(call)
        case .undoClaim: try await undoClaim(call)
        case .messages: try await messages(call)
        case .retryMessages: try await retryMessages(call)
        case .channels: try await channels()
        case .pack: try await pack()
        case .checkPack: try await checkPack(call)
        case .publishPack: try await publishPack(call)
        case .flows: try await flows(call)
        case .flow: try await flow(call)
        case .rules: rules()
        case .directory: directory()
        case .offices: try offices(call)
        case .counts: try await counts(call)
        case .evidence: try await evidence(call)
        case .flowEvidence: try await flowEvidence(call)
        case .messageEvidence: try await messageEvidence(call)
        case .audit: try await audit(call)
        }
    }

    /// Notes what a program is about to do or to see.
    func note(_ act: StaffAct, _ call: APICall, on subject: String? = nil) async throws {
        try await gateway.tokens.note(act, by: call.token.id, on: subject)
    }
}

extension APICall {
    /// How much is to be shown. Whoever gets everything is noted before she sees it.
    func sight() throws(APIProblem) -> Sight {
        try query.word("sight", of: Sight.allCases.map(\.rawValue)).flatMap(Sight.init(rawValue:)) ?? .redacted
    }
}
