import ContentFiles

/// What would become of each row of a table, before anything is changed.
struct TableReviewPage: ConsolePage {
    /// A row.
    struct Line: Sendable {
        let line: Int
        let key: String
        let change: String
        let isRefused: Bool
        let details: [String]
    }

    let frame: Frame
    let name: String
    let target: String
    let counts: String
    let leftOut: [String]
    let hasLeftOut: Bool
    let faults: [String]
    let hasFaults: Bool
    let lines: [Line]
    let more: String?
    let gone: [String]
    let hasGone: Bool
    let moreGone: String?
    let isReady: Bool
    /// The form that takes the table as it is shown.
    let hidden: [Hidden]

    /// A field that the visitor does not see.
    struct Hidden: Sendable {
        let name: String
        let value: String
    }

    static let template = """
        <p><a href="/console/directory/import">{{frame.t.otherTable}}</a></p>
        <dl class="facts">
        <div><dt>{{frame.t.tableFile}}</dt><dd>{{name}}</dd></div>
        <div><dt>{{frame.t.tableTarget}}</dt><dd><code class="long">{{target}}</code></dd></div>
        </dl>
        <p class="lead">{{counts}}</p>
        {{#hasFaults}}<section class="card bad"><h2>{{frame.t.tableFaults}}</h2>
        <ul class="lines">{{#faults}}<li>{{.}}</li>{{/faults}}</ul></section>{{/hasFaults}}
        {{#hasLeftOut}}<h2>{{frame.t.columnsLeftOut}}</h2>
        <ul class="lines">{{#leftOut}}<li>{{.}}</li>{{/leftOut}}</ul>{{/hasLeftOut}}
        {{#isReady}}
        <form method="post" action="/console/directory/import/take">
        <input type="hidden" name="form" value="{{frame.form}}">
        {{#hidden}}<input type="hidden" name="{{name}}" value="{{value}}">{{/hidden}}
        <p>{{frame.t.takeHelp}}</p>
        <button>{{frame.t.takeTable}}</button>
        </form>
        {{/isReady}}
        {{^isReady}}<p>{{frame.t.nothingToTake}}</p>{{/isReady}}
        <h2>{{frame.t.tableRows}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.t.tableRows}}">
        <table>
        <thead><tr><th scope="col">{{frame.t.line}}</th><th scope="col">{{frame.t.rowName}}</th>
        <th scope="col">{{frame.t.becomes}}</th><th scope="col">{{frame.t.details}}</th></tr></thead>
        <tbody>
        {{#lines}}
        <tr><td>{{line}}</td><th scope="row"><code>{{key}}</code></th>
        <td><span class="tag{{#isRefused}} warn{{/isRefused}}">{{change}}</span></td>
        <td>{{#details}}<div>{{.}}</div>{{/details}}</td></tr>
        {{/lines}}
        </tbody>
        </table>
        </div>
        {{#more}}<p class="quiet">{{.}}</p>{{/more}}
        {{#hasGone}}<h2>{{frame.t.notInTable}}</h2>
        <ul class="lines">{{#gone}}<li><code>{{.}}</code></li>{{/gone}}</ul>
        {{#moreGone}}<p class="quiet">{{.}}</p>{{/moreGone}}{{/hasGone}}
        """
}

/// How many rows become what.
struct TableTally {
    private(set) var new = 0
    private(set) var changed = 0
    private(set) var unchanged = 0
    /// Those of the directory that the table does not have, where they are dropped.
    let dropped: Int

    init(_ plan: ImportPlan) {
        dropped = plan.dropsGone ? plan.gone.count : 0
        for row in plan.rows {
            switch row.change {
            case .new: new += 1
            case .changed: changed += 1
            case .unchanged: unchanged += 1
            case .refused: break
            }
        }
    }
}

extension ImportPlan.Row {
    /// Whether it is left out.
    var isRefused: Bool { if case .refused = change { true } else { false } }
}

extension TableReviewPage.Line {
    init(_ row: ImportPlan.Row, _ texts: Texts) {
        let (word, details): (String, [String]) =
            switch row.change {
            case .new: ("new", [])
            case .changed(let columns): ("changed", [columns.joined(separator: ", ")])
            case .unchanged: ("unchanged", [])
            case .refused(let faults):
                ("refused", faults.map { $0.message + ($0.suggestion.map { " (\($0))" } ?? "") })
            }
        self.init(
            line: row.line, key: row.key, change: texts["row.\(word)"], isRefused: word == "refused", details: details)
    }
}
