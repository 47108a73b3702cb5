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

    /// Rows, those that are refused first, as many as one page shows.
    struct Rows: Sendable {
        static let most = 500

        let lines: [Line]
        /// How many more there are; nil where all are shown.
        let more: String?

        init(_ rows: [ImportPlan.Row], _ texts: Texts) {
            let told = rows.filter(\.isRefused) + rows.filter { !$0.isRefused && $0.change != .unchanged }
            lines = told.prefix(Self.most).map { Line($0, texts) }
            more = Self.more(of: told.count, texts)
        }

        /// How many are not shown of so many; nil where all are.
        static func more(of count: Int, _ texts: Texts) -> String? {
            count > most ? texts["moreRows", count - most] : nil
        }
    }

    /// A file that is changed.
    struct File: Sendable {
        let path: String
        /// What is added to it, where that is shown as it will stand there.
        let added: [String]
        let isShown: Bool
    }

    let frame: Frame
    /// Where tables of this kind are brought.
    let place: String
    let name: String
    let files: [File]
    let counts: String
    var leftOut: [String] = []
    var hasLeftOut = false
    var faults: [String] = []
    var hasFaults = false
    let rows: Rows
    var gone: [String] = []
    var hasGone = false
    var moreGone: String?
    let isReady: Bool
    /// What the button says that takes the table.
    let take: String
    /// The form that takes the table as it is shown.
    let hidden: [Hidden]

    /// A field that the visitor does not see.
    struct Hidden: Sendable {
        let name: String
        let value: String
    }

    static let template = """
        <p><a href="{{place}}">{{frame.t.otherTable}}</a></p>
        <dl class="facts">
        <div><dt>{{frame.t.tableFile}}</dt><dd>{{name}}</dd></div>
        {{#files}}<div><dt>{{frame.t.tableTarget}}</dt><dd><code class="long">{{path}}</code></dd></div>{{/files}}
        </dl>
        <p class="lead">{{counts}}</p>
        {{#hasFaults}}<section class="card bad"><h2>{{frame.t.tableFaults}}</h2>
        <ul class="lines">{{#faults}}<li>{{.}}</li>{{/faults}}</ul></section>{{/hasFaults}}
        {{#hasLeftOut}}<h2>{{frame.t.columnsLeftOut}}</h2>
        <ul class="lines">{{#leftOut}}<li>{{.}}</li>{{/leftOut}}</ul>{{/hasLeftOut}}
        {{#files}}{{#isShown}}<h2>{{frame.t.linesAdded}}</h2>
        <p class="quiet"><code class="long">{{path}}</code></p>
        <ul class="lines">{{#added}}<li><code class="long">{{.}}</code></li>{{/added}}</ul>{{/isShown}}{{/files}}
        {{#isReady}}
        <form method="post" action="{{place}}/take">
        <input type="hidden" name="form" value="{{frame.form}}">
        {{#hidden}}<input type="hidden" name="{{name}}" value="{{value}}">{{/hidden}}
        <p>{{frame.t.takeHelp}}</p>
        <button>{{take}}</button>
        </form>
        {{/isReady}}
        {{^isReady}}<p>{{frame.t.nothingToTake}}</p>{{/isReady}}
        <h2>{{frame.t.tableRows}}</h2>
        <div class="wide" tabindex="0" role="region" aria-label="{{frame.t.tableRows}}">
        <table>
        <thead><tr><th scope="col">{{frame.t.line}}</th><th scope="col">{{frame.t.rowName}}</th>
        <th scope="col">{{frame.t.becomes}}</th><th scope="col">{{frame.t.details}}</th></tr></thead>
        <tbody>
        {{#rows.lines}}
        <tr><td>{{line}}</td><th scope="row"><code>{{key}}</code></th>
        <td><span class="tag{{#isRefused}} warn{{/isRefused}}">{{change}}</span></td>
        <td>{{#details}}<div>{{.}}</div>{{/details}}</td></tr>
        {{/rows.lines}}
        </tbody>
        </table>
        </div>
        {{#rows.more}}<p class="quiet">{{.}}</p>{{/rows.more}}
        {{#hasGone}}<h2>{{frame.t.notInTable}}</h2>
        <ul class="lines">{{#gone}}<li><code>{{.}}</code></li>{{/gone}}</ul>
        {{#moreGone}}<p class="quiet">{{.}}</p>{{/moreGone}}{{/hasGone}}
        """
}

extension ImportPlan.Row {
    /// Whether it is left out.
    fileprivate var isRefused: Bool { if case .refused = change { true } else { false } }
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
