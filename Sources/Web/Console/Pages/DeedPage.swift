import Conversation
import Gateway
import HTTPTypes
import Storage

/// What a deed leads to, before it is done: above all what she sees.
struct DeedPage: ConsolePage {
    let frame: Frame
    let id: Int64
    let help: String
    let sent: [SessionView.Screen]
    let awaited: SessionView.Screen?
    let isSilent: Bool
    let deed: String
    let words: String
    let step: String
    let isText: Bool
    let isGrave: Bool
    let key: String
    /// Stands for what is shown, so that nothing else is done.
    let mark: String

    static let template = """
        <p class="lead" id="deed">{{help}}</p>
        {{#isSilent}}<p>{{frame.t.nothingShown}}</p>{{/isSilent}}
        {{#sent}}
        <h2>{{frame.t.sheGets}}</h2>
        <div class="screen{{#isWithheld}} withheld{{/isWithheld}}"><pre>{{text}}</pre></div><p class="quiet">{{measure}}</p>
        {{/sent}}
        {{#awaited}}
        <h2>{{frame.t.sheSeesLater}}</h2>
        <div class="screen{{#isWithheld}} withheld{{/isWithheld}}"><pre>{{text}}</pre></div><p class="quiet">{{measure}}</p>
        {{/awaited}}
        <div class="row">
        <form method="post" action="/console/sessions/{{id}}/act">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="key" value="{{key}}">
        <input type="hidden" name="words" value="{{words}}"><input type="hidden" name="step" value="{{step}}">
        <input type="hidden" name="mark" value="{{mark}}">
        <button name="deed" value="{{deed}}"{{#isGrave}} class="danger"{{/isGrave}}>\
        {{#isText}}{{frame.t.sendIt}}{{/isText}}{{^isText}}{{frame.t.doIt}}{{/isText}}</button>
        </form>
        <form method="post" action="/console/sessions/{{id}}/deed">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="change" value="yes">
        <input type="hidden" name="words" value="{{words}}"><input type="hidden" name="step" value="{{step}}">
        <button class="second">{{frame.t.goBack}}</button>
        </form>
        </div>
        """
}

extension ConsoleHandlers {
    /// Shows what a deed would lead to.
    func lookAtDeed(_ visit: Visit) async throws -> ConsoleAnswer {
        guard visit.field("change") != "yes" else { return try await session(visit) }
        return try await withDeed(visit) { word, deed, id in try await preview(word, deed, id, visit) }
    }

    /// - Parameter isChanged: Whether it would not be any more what was shown before.
    private func preview(
        _ word: DeedWord, _ deed: StaffDeed, _ id: SessionID, _ visit: Visit, isChanged: Bool = false
    ) async throws -> ConsoleAnswer {
        guard let preview = try await gateway.deeds.preview(deed, in: id, sight: .redacted) else {
            return fault(.missing, visit)
        }
        guard preview.outcome == .done else { return try await refused(preview.outcome, word, visit) }
        let page = page(word, deed, preview, id, visit, isChanged: isChanged)
        return show(page, visit, isChanged ? .unprocessableContent : .ok)
    }

    /// Does it, if it still comes to what was shown.
    func actInSession(_ visit: Visit) async throws -> ConsoleAnswer {
        try await withDeed(visit) { word, deed, id in
            try await note(word.act, visit, on: visit.subject)
            let key = visit.key(of: word.key(deed, step: visit.field("step")))
            let outcome = try await gateway.deeds.act(
                deed, in: id, by: visit.author, key: key, as: visit.field("mark"))
            if outcome == .changed { return try await preview(word, deed, id, visit, isChanged: true) }
            guard outcome == .done else { return try await refused(outcome, word, visit) }
            return .go(visit.page + "?done=act-" + word.rawValue)
        }
    }

    /// Does something with the deed that a form asks for, in a conversation that there is.
    private func withDeed(
        _ visit: Visit, _ body: (DeedWord, StaffDeed, SessionID) async throws -> ConsoleAnswer
    ) async throws -> ConsoleAnswer {
        guard let id = visit.session, try await gateway.parts.store.session(id) != nil else {
            return fault(.missing, visit)
        }
        guard let word = DeedWord(rawValue: visit.field("deed")) else {
            return try await session(visit, wrong: SessionActs.Wrong(deed: visit.texts["deedMissing"]))
        }
        let deed = word.deed(
            words: visit.field("words"), step: visit.field("step"), blockEnd: gateway.deeds.blockEnd)
        guard let deed else {
            return try await session(visit, wrong: SessionActs.Wrong(step: visit.texts["stepMissing"]))
        }
        return try await body(word, deed, id)
    }

    private func refused(_ outcome: StaffOutcome, _ word: DeedWord, _ visit: Visit) async throws -> ConsoleAnswer {
        let sentence = visit.texts["deed.\(outcome.rawValue)"]
        let isText = word == .answer || word == .tell
        return try await session(visit, wrong: isText ? .init(words: sentence) : .init(deed: sentence))
    }

    private func page(
        _ word: DeedWord, _ deed: StaffDeed, _ preview: DeedPreview, _ id: SessionID, _ visit: Visit, isChanged: Bool
    ) -> DeedPage {
        let texts = visit.texts
        let changed = Frame.Objection(field: "deed", sentence: texts["deed.changed"])
        return DeedPage(
            frame: Frame("do.\(word.rawValue)", visit, objections: isChanged ? [changed] : []), id: id.rawValue,
            help: texts["do.\(word.rawValue).help", gateway.parts.settings.blockDays],
            sent: preview.sent.map { self.preview($0, texts) },
            awaited: preview.awaited.map { self.preview($0, texts) },
            isSilent: preview.sent.isEmpty && preview.awaited == nil, deed: word.rawValue, words: deed.text ?? "",
            step: visit.field("step"), isText: deed.text != nil, isGrave: word.isGrave,
            // What was refused under a key is refused under it again.
            key: isChanged ? Secret.token() : visit.field("key"), mark: preview.mark)
    }
}
