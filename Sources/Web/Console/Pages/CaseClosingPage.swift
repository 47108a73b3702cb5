import Conversation
import Gateway
import HTTPTypes
import Storage
import Telephony

/// What closing a case does, before it is done: above all the SMS exactly as she gets it.
struct CaseClosingPage: ConsolePage {
    let frame: Frame
    let id: Int
    let outcome: String
    let outcomeLabel: String
    let words: String
    let screen: SessionView.Screen?
    let key: String

    static let template = """
        <dl class="facts"><div><dt>{{frame.t.outcome}}</dt><dd>{{outcomeLabel}}</dd></div></dl>
        {{#screen}}
        <h2>{{frame.t.sheReads}}</h2>
        <div class="screen"><pre>{{text}}</pre></div>
        <p class="quiet">{{measure}}</p>
        {{/screen}}
        {{^screen}}<p>{{frame.t.nothingSent}}</p>{{/screen}}
        <form method="post" action="/console/cases/{{id}}/close">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="key" value="{{key}}">
        <input type="hidden" name="outcome" value="{{outcome}}"><input type="hidden" name="words" value="{{words}}">
        <button>{{#screen}}{{frame.t.closeAndSend}}{{/screen}}{{^screen}}{{frame.t.closeCase}}{{/screen}}</button>
        </form>
        <form method="post" action="/console/cases/{{id}}/closing">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="change" value="yes">
        <input type="hidden" name="outcome" value="{{outcome}}"><input type="hidden" name="words" value="{{words}}">
        <button class="second">{{frame.t.goBack}}</button>
        </form>
        """
}

extension ConsoleHandlers {
    /// Shows what closing a case would do.
    func closingCase(_ visit: Visit) async throws -> ConsoleAnswer {
        if visit.field("change") == "yes" { return try await caseView(visit) }
        guard let number = visit.caseNumber, let page = try await gateway.cases.page(number, sight: .redacted) else {
            return fault(.missing, visit)
        }
        guard let outcome = CaseOutcome(rawValue: visit.field("outcome")) else { return try await noOutcome(visit) }
        var screen: SessionView.Screen?
        if let words = visit.followUp {
            guard let session = page.entry.summary.session,
                let preview = try await gateway.deeds.preview(.tell(words), in: session, sight: .redacted)
            else { return try await refused(.unknown, visit) }
            guard preview.outcome == .done else { return try await refused(preview.outcome, visit) }
            screen = preview.sent.first.map { self.preview($0, visit.texts) }
        }
        return show(
            CaseClosingPage(
                frame: Frame("closingTitle", visit, titleValue: number.description), id: number,
                outcome: outcome.rawValue, outcomeLabel: visit.texts[outcome], words: visit.followUp ?? "",
                screen: screen, key: visit.field("key")), visit)
    }

    /// Closes a case. The SMS goes first: where it cannot be sent, the case stays open. Sent twice, the form does both
    /// once.
    func closeCase(_ visit: Visit) async throws -> ConsoleAnswer {
        guard let number = visit.caseNumber, let page = try await gateway.cases.page(number, sight: .redacted) else {
            return fault(.missing, visit)
        }
        guard let outcome = CaseOutcome(rawValue: visit.field("outcome")) else { return try await noOutcome(visit) }
        try await note(.closeCase, visit, on: "case \(number)")
        if let words = visit.followUp, page.entry.summary.closedAt == nil {
            guard let session = page.entry.summary.session else { return try await refused(.unknown, visit) }
            let told = try await gateway.deeds.act(
                .tell(words), in: session, by: visit.author, key: visit.key(of: "tell \(words)"))
            guard told == .done else { return try await refused(told, visit) }
        }
        switch try await gateway.cases.change(number, .close(outcome), by: visit.author, key: visit.key(of: "close")) {
        case .done, .repeated: return .go(visit.page + "?done=" + (visit.followUp == nil ? "case-closed" : "case-told"))
        case .closed: return .go(visit.page + "?done=case-over")
        case .unknown: return fault(.missing, visit)
        }
    }

    private func noOutcome(_ visit: Visit) async throws -> ConsoleAnswer {
        let sentence = visit.texts["outcomeMissing"]
        return try await caseView(
            visit, objected: CaseView.Objected(outcome: sentence),
            objections: [Frame.Objection(field: "outcome", sentence: sentence)])
    }

    private func refused(_ outcome: StaffOutcome, _ visit: Visit) async throws -> ConsoleAnswer {
        let sentence = visit.texts["deed.\(outcome.rawValue)"]
        return try await caseView(
            visit, objected: CaseView.Objected(words: sentence),
            objections: [Frame.Objection(field: "words", sentence: sentence)])
    }

    /// A screen that is not sent yet, with everything that its length depends on.
    func preview(_ screen: SessionPage.Screen, _ texts: Texts) -> SessionView.Screen {
        let shown = self.screen(screen, texts)
        return SessionView.Screen(
            text: shown.text, measure: shown.measure + " · " + texts["encoding.\(screen.length.encoding.rawValue)"],
            isWithheld: shown.isWithheld)
    }
}

extension Visit {
    /// What she is to be told; nil for nothing.
    fileprivate var followUp: String? {
        let words = field("words").replacing("\r\n", with: "\n")
        return words.contains { !$0.isWhitespace } ? words : nil
    }
}
