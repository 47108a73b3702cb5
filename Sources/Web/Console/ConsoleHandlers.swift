import Conversation
import Gateway
import HTTPTypes
import Storage

/// What lies behind each door of the console.
struct ConsoleHandlers: Sendable {
    let gateway: Gateway
    let templates: ConsoleTemplates
    let streams: Streams

    init(_ gateway: Gateway, _ templates: ConsoleTemplates) {
        self.gateway = gateway
        self.templates = templates
        streams = Streams(most: gateway.parts.settings.console.streams)
    }

    /// Does what a visitor asks, who may ask it.
    func answer(_ route: ConsoleRoute, _ visit: Visit) async throws -> ConsoleAnswer {
        switch route {
        case .style, .script: fault(.missing, visit)
        case .signInForm: try await signInForm(visit)
        case .signIn: try await signIn(visit)
        case .joinForm: try await joinForm(visit)
        case .join: try await join(visit)
        case .home: try await home(visit)
        case .account: show(AccountPage(visit), visit)
        case .signOut: try await signOut(visit)
        case .signOutEverywhere: try await signOutEverywhere(visit)
        case .sessions: try await sessions(visit)
        case .session: try await session(visit)
        case .findSession: try await findSession(visit)
        case .sessionPath: try await sessionPath(visit)
        case .sessionPicture: try await sessionPicture(visit)
        case .sessionTalk: try await sessionTalk(visit)
        case .sessionsStream: sessionsStream(visit)
        case .sessionStream: try await sessionStream(visit)
        case .lookAtDeed: try await lookAtDeed(visit)
        case .actInSession: try await actInSession(visit)
        case .noteSession: try await noteSession(visit)
        case .tagSession: try await tagSession(visit)
        case .cases: try await cases(visit)
        case .caseView: try await caseView(visit)
        case .assignCase: try await assignCase(visit)
        case .noteCase: try await noteCase(visit)
        case .closingCase: try await closingCase(visit)
        case .closeCase: try await closeCase(visit)
        case .claims: try await claims(visit)
        case .approveClaim: try await approveClaim(visit)
        case .refuseClaim: try await refuseClaim(visit)
        case .undoClaim: try await undoClaim(visit)
        case .outbox: try await outbox(visit)
        case .retryMessages: try await retryMessages(visit)
        case .messages: try await messages(visit)
        case .retryChannel: try await retryChannel(visit)
        case .channels: try await channels(visit)
        case .evidence: try await evidence(visit)
        case .evidenceTable: try await evidenceTable(visit)
        case .messageTable: try await messageTable(visit)
        case .chooseFlowEvidence: chooseFlowEvidence(visit)
        case .flowEvidence: try await flowEvidence(visit)
        case .flowEvidenceTable: try await flowEvidenceTable(visit)
        case .giveResults: try await giveResults(visit)
        case .flows: try await flows(visit)
        case .flowsPicture: flowsPicture(visit)
        case .flow: try await flow(visit)
        case .flowPicture: try await flowPicture(visit)
        case .directory: directory(visit)
        case .offices: offices(visit)
        case .table: table(visit)
        case .checkTable: try await checkTable(visit)
        case .takeTable: try await takeTable(visit)
        case .rules: rules(visit)
        case .rule: rule(visit)
        case .figures: figures(visit)
        case .checkFigures: try await checkFigures(visit)
        case .takeFigures: try await takeFigures(visit)
        case .pack: try await pack(visit)
        case .checkPack: try await publish(visit, isTrial: true)
        case .publishPack: try await publish(visit, isTrial: false)
        case .checkRevision: try await goBack(visit, isTrial: true)
        case .goBack: try await goBack(visit, isTrial: false)
        case .staff: try await staff(visit)
        case .invite: try await invite(visit)
        case .renewLink: try await renewLink(visit)
        case .changeRole: try await changeRole(visit)
        case .disable: try await change(visit, to: .disable)
        case .enable: try await change(visit, to: .enable)
        case .tokens: try await tokens(visit)
        case .makeToken: try await makeToken(visit)
        case .revokeToken: try await revokeToken(visit)
        case .audit: try await audit(visit)
        }
    }

    /// Renders a page.
    func show(
        _ page: some ConsolePage, _ visit: Visit, _ status: HTTPResponse.Status = .ok
    ) -> ConsoleAnswer {
        .page(templates.render(page), status)
    }

    /// Says what is wrong and where to go on.
    func fault(_ fault: FaultPage.Fault, _ visit: Visit) -> ConsoleAnswer {
        show(FaultPage(fault, visit), visit, fault.status)
    }

    /// Moments as the clocks of the pack's place show them.
    var clock: WallClock { WallClock(utcOffset: gateway.parts.library.machine.packs.current.settings.utcOffset) }

    /// Notes what the visitor is about to do or to see.
    func note(_ act: StaffAct, _ visit: Visit, on subject: String? = nil) async throws {
        guard let signIn = visit.signIn else { return }
        try await gateway.staff.note(act, by: signIn.staff, on: subject)
    }
}
