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
    /// Stands for what she reads, so that nothing else is sent; empty where nothing is.
    let mark: String

    static let template = """
        <dl class="facts" id="case"><div><dt>{{frame.t.outcome}}</dt><dd>{{outcomeLabel}}</dd></div></dl>
        {{#screen}}
        <h2>{{frame.t.sheReads}}</h2>
        <div class="screen"><pre>{{text}}</pre></div>
        <p class="quiet">{{measure}}</p>
        {{/screen}}
        {{^screen}}<p>{{frame.t.nothingSent}}</p>{{/screen}}
        <form method="post" action="/console/cases/{{id}}/close">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="key" value="{{key}}">
        <input type="hidden" name="outcome" value="{{outcome}}"><input type="hidden" name="words" value="{{words}}">
        <input type="hidden" name="mark" value="{{mark}}">
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
        return try await withClosing(visit) { closing in try await preview(closing, visit) }
    }

    /// Closes a case. The SMS goes first: where it cannot be sent, the case stays open. Sent twice, the form does both
    /// once.
    func closeCase(_ visit: Visit) async throws -> ConsoleAnswer {
        try await withClosing(visit) { closing in
            try await note(.closeCase, visit, on: "case \(closing.number)")
            if let words = visit.followUp, closing.isOpen {
                guard let session = closing.session else { return try await refused(.unknown, visit) }
                let told = try await gateway.deeds.act(
                    .tell(words), in: session, by: visit.author, key: visit.key(of: "tell \(words)"),
                    as: visit.field("mark"))
                if told == .changed { return try await preview(closing, visit, isChanged: true) }
                guard told == .done else { return try await refused(told, visit) }
            }
            let change = CaseChange.close(closing.outcome)
            switch try await gateway.cases.change(
                closing.number, change, by: visit.author, key: visit.key(of: "close"))
            {
            case .done, .repeated:
                return .go(visit.page + "?done=" + (visit.followUp == nil ? "case-closed" : "case-told"))
            case .closed: return .go(visit.page + "?done=case-over")
            case .unknown: return fault(.missing, visit)
            }
        }
    }

    /// A case that is to be closed.
    private struct Closing {
        let number: Int
        let outcome: CaseOutcome
        let session: SessionID?
        let isOpen: Bool
    }

    /// Does something with the case and the outcome that a form names.
    private func withClosing(
        _ visit: Visit, _ body: (Closing) async throws -> ConsoleAnswer
    ) async throws -> ConsoleAnswer {
        guard let number = visit.caseNumber, let page = try await gateway.cases.page(number, sight: .redacted) else {
            return fault(.missing, visit)
        }
        guard let outcome = CaseOutcome(rawValue: visit.field("outcome")) else { return try await noOutcome(visit) }
        let summary = page.entry.summary
        return try await body(
            Closing(number: number, outcome: outcome, session: summary.session, isOpen: summary.closedAt == nil))
    }

    /// - Parameter isChanged: Whether she would not read any more what was shown before.
    private func preview(_ closing: Closing, _ visit: Visit, isChanged: Bool = false) async throws -> ConsoleAnswer {
        var (screen, mark): (SessionView.Screen?, String) = (nil, "")
        if let words = visit.followUp {
            guard let session = closing.session,
                let preview = try await gateway.deeds.preview(.tell(words), in: session, sight: .redacted)
            else { return try await refused(.unknown, visit) }
            guard preview.outcome == .done else { return try await refused(preview.outcome, visit) }
            (screen, mark) = (preview.sent.first.map { self.preview($0, visit.texts) }, preview.mark)
        }
        let changed = Frame.Objection(field: "case", sentence: visit.texts["deed.changed"])
        let frame = Frame(
            "closingTitle", visit, titleValue: closing.number.description, objections: isChanged ? [changed] : [])
        return show(
            CaseClosingPage(
                frame: frame, id: closing.number, outcome: closing.outcome.rawValue,
                outcomeLabel: visit.texts[closing.outcome], words: visit.followUp ?? "", screen: screen,
                // What was refused under a key is refused under it again.
                key: isChanged ? Secret.token() : visit.field("key"), mark: mark),
            visit, isChanged ? .unprocessableContent : .ok)
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
