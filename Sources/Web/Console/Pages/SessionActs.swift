import Conversation
import Gateway
import Storage

/// What may be done in a conversation, on its page.
struct SessionActs: Sendable {
    /// What is wrong with fields.
    struct Wrong: Sendable {
        var words: String?
        var step: String?
        var tag: String?
        var note: String?
        /// What is wrong with none of them.
        var deed: String?

        /// The same for the top of the page.
        var objections: [Frame.Objection] {
            [("words", words), ("step", step), ("tag", tag), ("note", note), ("acting", deed)].compactMap {
                field, text in
                text.map { Frame.Objection(field: field, sentence: $0) }
            }
        }

        var isAnything: Bool { !objections.isEmpty }
    }

    let isOpen: Bool
    let isWithStaff: Bool
    let blockedUntil: String?
    /// The deed that writing to her is.
    let write: DeedWord.RawValue
    let writeTitle: String
    let writeHelp: String
    let languageHelp: String
    let typed: String
    let beginnings: [Choice]
    let steps: [Choice]
    let blockHelp: String
    let wrong: Wrong
    /// Names the forms of this page: sent twice, each is done once.
    let key: String

    static let template = """
        <h2 id="acting">{{frame.t.acting}}</h2>
        <p class="quiet">{{frame.t.actingHelp}}</p>
        {{#wrong.deed}}<p class="wrong">{{.}}</p>{{/wrong.deed}}
        {{#isWithStaff}}
        <form method="post" action="/console/sessions/{{id}}/deed">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="key" value="{{key}}">
        <button name="deed" value="handBack">{{frame.t.handBack}}</button>
        </form>
        {{/isWithStaff}}
        <form method="post" action="/console/sessions/{{id}}/deed">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="key" value="{{key}}">
        <div class="field"><label for="words">{{writeTitle}}</label>
        <span class="hint" id="words-hint">{{writeHelp}}</span><span class="hint" id="language-hint">{{languageHelp}}</span>
        {{#wrong.words}}<p class="wrong">{{.}}</p>{{/wrong.words}}
        <textarea id="words" name="words" aria-describedby="words-hint language-hint">{{typed}}</textarea></div>
        <button class="second" name="deed" value="{{write}}">{{frame.t.lookFirst}}</button>
        </form>
        <details{{#wrong.step}} open{{/wrong.step}}><summary>{{frame.t.otherActs}}</summary>
        {{#isOpen}}
        <form method="post" action="/console/sessions/{{id}}/deed">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="key" value="{{key}}">
        <div class="field"><label for="step">{{frame.t.sendToStep}}</label>
        {{#wrong.step}}<p class="wrong">{{.}}</p>{{/wrong.step}}
        <select id="step" name="step"><option value="">{{frame.t.whichStep}}</option>
        <optgroup label="{{frame.t.herSteps}}">
        \(Choice.options("steps"))
        </optgroup>
        <optgroup label="{{frame.t.flowBeginnings}}">
        \(Choice.options("beginnings"))
        </optgroup>
        </select></div>
        <button class="second" name="deed" value="move">{{frame.t.lookFirst}}</button>
        </form>
        {{/isOpen}}
        <form method="post" action="/console/sessions/{{id}}/deed" class="row">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="key" value="{{key}}">
        {{#isOpen}}
        <button class="second" name="deed" value="restart">{{frame.t.restart}}</button>
        <button class="danger" name="deed" value="end">{{frame.t.endSession}}</button>
        {{/isOpen}}
        {{#blockedUntil}}<button class="second" name="deed" value="unblock">{{frame.t.unblock}}</button>{{/blockedUntil}}
        {{^blockedUntil}}<button class="danger" name="deed" value="block">{{frame.t.block}}</button>{{/blockedUntil}}
        </form>
        </details>
        """
}

extension SessionActs {
    /// - Parameter standing: nil where nothing can be done but write notes.
    init(
        _ page: SessionPage, _ standing: DeedStanding?, visit: Visit, wrong: Wrong, blockedUntil: String?,
        blockDays: Int
    ) {
        let (texts, isOpen) = (visit.texts, standing?.isOpen ?? false)
        let word: DeedWord = isOpen ? .answer : .tell
        let chosen = visit.field("step")
        var seen: Set<String> = []
        let steps = page.turns.map(\.line.step).filter { !$0.isEmpty && seen.insert($0).inserted }
        self.init(
            isOpen: isOpen, isWithStaff: standing?.isWithStaff ?? false, blockedUntil: blockedUntil,
            write: word.rawValue, writeTitle: word.title(texts),
            writeHelp: texts["do.\(word.rawValue).help"],
            languageHelp: texts["answerHelp", page.summary.language ?? "–"],
            typed: visit.field("words"),
            beginnings: Choice.list((standing?.beginnings ?? []).map { ($0.step, $0.title) }, chosen: chosen),
            steps: Choice.list(steps.map { ($0, $0) }, chosen: chosen),
            blockHelp: texts["do.block.help", blockDays], wrong: wrong, key: Secret.token())
    }
}
