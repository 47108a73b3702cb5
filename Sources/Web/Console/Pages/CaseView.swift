import Gateway
import HTTPTypes
import Storage

/// One case: what she wants, until when, her conversation, and what is done about it.
struct CaseView: ConsolePage {
    /// What somebody wrote.
    struct Note: Sendable {
        let at: String
        let author: String
        let words: String
    }

    let frame: Frame
    let id: Int
    let topic: String
    let flow: String
    let words: String?
    let isWhole: Bool
    let openedAt: String
    let dueAt: String
    let isOverdue: Bool
    let assignee: String
    let isMine: Bool
    let members: [Choice]
    let record: Int64
    let ending: String?
    let session: Int64?
    let lines: [SessionView.Line]
    let notes: [Note]
    let hasNotes: Bool
    let isOpen: Bool
    let closedAt: String?
    let outcome: String?
    let outcomes: [Choice]
    let typed: String
    let objectedTo: Objected
    /// Names the forms of this page: sent twice, each is done once.
    let key: String

    /// What is wrong with fields.
    struct Objected: Sendable {
        var note: String?
        var outcome: String?
        var words: String?
    }

    static let template = """
        <p><a href="/console/cases">{{frame.t.toCases}}</a></p>
        <dl class="facts">
        <div><dt>{{frame.t.topic}}</dt><dd>{{topic}} <span class="quiet">{{flow}}</span></dd></div>
        <div><dt>{{frame.t.opened}}</dt><dd><time>{{openedAt}}</time></dd></div>
        {{#isOpen}}<div><dt>{{frame.t.due}}</dt><dd><time>{{dueAt}}</time>\
        {{#isOverdue}} <span class="tag warn">{{frame.t.overdue}}</span>{{/isOverdue}}</dd></div>{{/isOpen}}
        {{#closedAt}}<div><dt>{{frame.t.closed}}</dt><dd><time>{{.}}</time> {{outcome}}</dd></div>{{/closedAt}}
        <div><dt>{{frame.t.assignee}}</dt><dd>{{assignee}}</dd></div>
        <div><dt>{{frame.t.record}}</dt><dd><a href="/console/sessions?person={{record}}">{{record}}</a>\
        {{#ending}} <span class="quiet">{{frame.t.numberEnds}} {{.}}</span>{{/ending}}</dd></div>
        </dl>
        <h2>{{frame.t.wants}}</h2>
        {{#words}}<p class="lead words">{{.}}</p>{{/words}}
        {{^words}}<p class="quiet">{{frame.t.wantsNothing}}</p>{{/words}}
        {{^isWhole}}
        <p class="quiet">{{frame.t.caseRedacted}} <a href="/console/cases/{{id}}?sight=whole">{{frame.t.showCase}}</a></p>
        {{/isWhole}}
        {{#isWhole}}<p class="warn">{{frame.t.caseWhole}}</p>{{/isWhole}}
        {{#isOpen}}
        <div class="row">
        {{^isMine}}
        <form method="post" action="/console/cases/{{id}}/assign">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="key" value="{{key}}">
        <input type="hidden" name="assignee" value="me"><button>{{frame.t.takeCase}}</button>
        </form>
        {{/isMine}}
        <form method="post" action="/console/cases/{{id}}/assign" class="row">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="key" value="{{key}}">
        <label for="assignee">{{frame.t.assignee}}</label><select id="assignee" name="assignee">
        \(Choice.options("members"))
        </select>
        <button class="second">{{frame.t.assign}}</button>
        </form>
        </div>
        {{/isOpen}}
        <h2>{{frame.t.herConversation}}</h2>
        {{#session}}
        \(SessionView.talk)
        <p><a href="/console/sessions/{{session}}">{{frame.t.wholeConversation}}</a></p>
        {{/session}}
        {{^session}}<p class="quiet">{{frame.t.noConversation}}</p>{{/session}}
        \(NotesPart.template(page: "/console/cases/{{id}}", key: "key", label: "newNote", wrong: "objectedTo.note"))
        {{#isOpen}}
        <h2>{{frame.t.closeCase}}</h2>
        <form method="post" action="/console/cases/{{id}}/closing">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="key" value="{{key}}">
        <fieldset class="choices" id="outcome"><legend>{{frame.t.outcome}}</legend>
        {{#objectedTo.outcome}}<p class="wrong">{{.}}</p>{{/objectedTo.outcome}}
        {{#outcomes}}
        <label><input type="radio" name="outcome" value="{{value}}"{{#isChosen}} checked{{/isChosen}} required> {{label}}</label>
        {{/outcomes}}
        </fieldset>
        {{#session}}
        <div class="field"><label for="words">{{frame.t.followUp}}</label>
        <span class="hint" id="words-hint">{{followUpHelp}}</span>
        {{#objectedTo.words}}<p class="wrong">{{.}}</p>{{/objectedTo.words}}
        <textarea id="words" name="words" aria-describedby="words-hint">{{typed}}</textarea></div>
        {{/session}}
        <button>{{frame.t.lookFirst}}</button>
        </form>
        {{/isOpen}}
        """

    /// What is said about the SMS.
    let followUpHelp: String
}
