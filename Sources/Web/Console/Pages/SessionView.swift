import Gateway

/// One conversation: each screen as it was sent, and what came of it.
struct SessionView: ConsolePage {
    /// One turn.
    struct Line: Sendable {
        let at: String
        let pause: String?
        let typed: String?
        let understood: String?
        let step: String
        let screen: Screen?
        let troubles: [String]
    }

    /// A screen or an SMS.
    struct Screen: Sendable {
        let text: String
        let measure: String
        let isWithheld: Bool
    }

    /// An SMS with what became of it.
    struct Message: Sendable {
        let id: Int64
        let at: String
        let channel: String
        let outcome: String
        let screen: Screen
    }

    /// A case that it opened.
    struct Case: Sendable {
        let caseNumber: Int
        let topic: String
        let openedAt: String
        let words: String
    }

    /// Something she agreed to, or did not.
    struct Consent: Sendable {
        let at: String
        let subject: String
        let change: String
        let source: String
        let words: String?
    }

    let frame: Frame
    let id: Int64
    let record: Int64
    let ending: String?
    let channel: String
    let flow: String
    let language: String
    let state: String
    let isOpen: Bool
    let step: String
    let beganAt: String
    let lastAt: String
    let revision: String
    let lines: [Line]
    let messages: [Message]
    let hasMessages: Bool
    let cases: [Case]
    let hasCases: Bool
    let consents: [Consent]
    let hasConsents: Bool
    let isWhole: Bool
    let tags: [Tag]
    let hasTags: Bool
    let notes: [CaseView.Note]
    let hasNotes: Bool
    let acts: SessionActs
    let findings: [RuleFinding]
    let hasFindings: Bool
    /// Where the page hears of changes; nil for one that is not kept fresh.
    let stream: String?

    /// A word that it is found by.
    struct Tag: Sendable {
        let word: String
        let removal: String
    }

    /// The turns as she saw them.
    static let talk = """
        <ol class="talk">
        {{#lines}}
        <li>
        <p class="when"><time>{{at}}</time>{{#pause}} <span>{{frame.t.after}} {{.}}</span>{{/pause}}</p>
        {{#typed}}<p class="typed"><span class="unseen">{{frame.t.typed}}</span>{{.}}</p>{{/typed}}
        {{#understood}}<p class="meant">{{frame.t.understood}} {{.}}</p>{{/understood}}
        {{#screen}}
        <div class="screen{{#isWithheld}} withheld{{/isWithheld}}"><pre>{{text}}</pre></div>
        <p class="meant"><code>{{step}}</code> · {{measure}}</p>
        {{/screen}}
        {{#troubles}}<p class="warn">{{.}}</p>{{/troubles}}
        </li>
        {{/lines}}
        </ol>
        """

    static let template = """
        <p><a href="/console/sessions">{{frame.t.toSessions}}</a></p>
        <div id="facts" data-fresh{{#stream}} data-stream="{{.}}"{{/stream}} \
        data-page="/console/sessions/{{id}}">
        <dl class="facts">
        <div><dt>{{frame.t.state}}</dt><dd>{{#isOpen}}<span class="tag open">{{state}}</span>{{/isOpen}}\
        {{^isOpen}}{{state}}{{/isOpen}}{{#acts.isWithStaff}} <span class="tag warn">{{frame.t.withStaff}}</span>\
        {{/acts.isWithStaff}}{{#acts.blockedUntil}} <span class="tag warn">{{frame.t.blockedUntil}} {{.}}</span>\
        {{/acts.blockedUntil}} <code>{{step}}</code></dd></div>
        <div><dt>{{frame.t.record}}</dt><dd><a href="/console/sessions?person={{record}}">{{record}}</a>\
        {{#ending}} <span class="quiet">{{frame.t.numberEnds}} {{.}}</span>{{/ending}}</dd></div>
        <div><dt>{{frame.t.flow}}</dt><dd>{{flow}}</dd></div>
        <div><dt>{{frame.t.channel}}</dt><dd>{{channel}}, {{language}}</dd></div>
        <div><dt>{{frame.t.time}}</dt><dd><time>{{beganAt}}</time> – <time>{{lastAt}}</time></dd></div>
        <div><dt>{{frame.t.revision}}</dt><dd><code>{{revision}}</code></dd></div>
        </dl>
        </div>
        {{^isWhole}}
        <p class="quiet">{{frame.t.redacted}}
        <a href="/console/sessions/{{id}}?sight=whole">{{frame.t.showWhole}}</a></p>
        {{/isWhole}}
        {{#isWhole}}<p class="warn">{{frame.t.wholeShown}}</p>{{/isWhole}}
        <p class="row steps"><a href="/console/sessions/{{id}}/path">{{frame.t.stepByStep}}</a>
        <a href="/console/sessions/{{id}}/talk" download>{{frame.t.saveAsTalk}}</a></p>
        <div class="beside">
        <div id="said" data-fresh>
        <h2>{{frame.t.conversation}}</h2>
        \(talk)
        {{#hasMessages}}
        <h2>{{frame.t.outbox}}</h2>
        <ol class="talk">
        {{#messages}}
        <li><p class="when"><time>{{at}}</time> <span>{{channel}}, {{frame.t.number}} {{id}}: {{outcome}}</span></p>
        {{#screen}}<div class="screen{{#isWithheld}} withheld{{/isWithheld}}"><pre>{{text}}</pre></div>
        <p class="meant">{{measure}}</p>{{/screen}}</li>
        {{/messages}}
        </ol>
        {{/hasMessages}}
        {{#hasCases}}
        <h2>{{frame.t.cases}}</h2>
        {{#cases}}
        <section class="card"><h3><a href="/console/cases/{{caseNumber}}">{{frame.t.case}} {{caseNumber}}</a>: {{topic}}</h3>
        <p><time>{{openedAt}}</time></p><p>{{words}}</p></section>
        {{/cases}}
        {{/hasCases}}
        {{#hasConsents}}
        <h2>{{frame.t.consents}}</h2>
        <ol class="talk">
        {{#consents}}
        <li><p class="when"><time>{{at}}</time> <span>{{subject}}: {{change}}</span></p>
        {{#words}}<div class="screen"><pre>{{.}}</pre></div>{{/words}}
        <p class="meant">{{source}}</p></li>
        {{/consents}}
        </ol>
        {{/hasConsents}}
        {{#hasFindings}}
        <h2>{{frame.t.rulesNow}}</h2>
        <p class="quiet">{{frame.t.rulesHelp}}</p>
        {{#findings}}
        <section class="card"><h3>{{title}}: {{outcome}}</h3>
        <p class="quiet"><code>{{rule}}</code> {{frame.t.ruleVersion}} {{version}}</p>
        {{#because}}<p>{{.}}</p>{{/because}}
        <ul class="lines">
        {{#provisions}}<li>{{cite}} <span class="quiet">{{frame.t.since}} {{from}}</span></li>{{/provisions}}
        </ul>
        {{#isWhole}}
        <details><summary>{{frame.t.ruleTrace}}</summary><ol class="lines plain">
        {{#lines}}<li><code>{{.}}</code></li>{{/lines}}{{#facts}}<li><code>{{.}}</code></li>{{/facts}}\
        {{#figures}}<li><code>{{.}}</code></li>{{/figures}}
        </ol></details>
        {{/isWhole}}
        </section>
        {{/findings}}
        {{/hasFindings}}
        </div>
        <aside>
        {{#acts}}
        \(SessionActs.template)
        {{/acts}}
        \(remarks)
        </aside>
        </div>
        """

    /// What staff wrote about it.
    private static let remarks = """
        <h2>{{frame.t.tags}}</h2>
        {{^hasTags}}<p class="quiet">{{frame.t.noTags}}</p>{{/hasTags}}
        {{#hasTags}}
        <ul class="tags">
        {{#tags}}
        <li><form method="post" action="/console/sessions/{{id}}/tag">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="key" value="{{acts.key}}">
        <input type="hidden" name="tag" value="{{word}}"><input type="hidden" name="on" value="no">
        <a href="/console/sessions?tag={{word}}">{{word}}</a> <button class="plain" aria-label="{{removal}}">×</button>
        </form></li>
        {{/tags}}
        </ul>
        {{/hasTags}}
        <form method="post" action="/console/sessions/{{id}}/tag">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="key" value="{{acts.key}}">
        <input type="hidden" name="on" value="yes">
        <div class="field"><label for="tag">{{frame.t.newTag}}</label>
        <span class="hint" id="tag-hint">{{frame.t.tagHelp}}</span>
        {{#acts.wrong.tag}}<p class="wrong">{{.}}</p>{{/acts.wrong.tag}}
        <input id="tag" name="tag" class="short" maxlength="32" autocomplete="off" aria-describedby="tag-hint"></div>
        <button class="second">{{frame.t.addTag}}</button>
        </form>
        \(NotesPart.template(
            page: "/console/sessions/{{id}}", key: "acts.key", label: "sessionNote", wrong: "acts.wrong.note"))
        """
}
