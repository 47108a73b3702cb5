/// A form that brings a table into the directory.
struct TablePage: ConsolePage {
    let frame: Frame
    let kinds: [Choice]
    let limit: String
    let map: String
    let fill: String
    let isReplacing: Bool
    let isInvalid: Bool
    let findings: [PackPage.Finding]
    let hasFindings: Bool

    static let template = """
        <p><a href="/console/directory">{{frame.t.allKinds}}</a></p>
        <p>{{frame.t.tableHelp}}</p>
        \(TablePart.findings)
        <form method="post" action="/console/directory/import" enctype="multipart/form-data" class="sheet">
        <input type="hidden" name="form" value="{{frame.form}}">
        \(TablePart.file)
        <div class="field"><label for="kind">{{frame.t.kind}}</label><select id="kind" name="kind">
        \(Choice.options("kinds"))
        </select></div>
        <details><summary>{{frame.t.tableMore}}</summary>
        <div class="field"><label for="map">{{frame.t.tableMap}}</label>
        <span class="hint" id="map-hint">{{frame.t.tableMapHint}}</span>
        <textarea id="map" name="map" rows="3" aria-describedby="map-hint">{{map}}</textarea></div>
        <div class="field"><label for="fill">{{frame.t.tableFill}}</label>
        <span class="hint" id="fill-hint">{{frame.t.tableFillHint}}</span>
        <textarea id="fill" name="fill" rows="3" aria-describedby="fill-hint">{{fill}}</textarea></div>
        <label class="sure"><input type="checkbox" name="replace" value="yes"{{#isReplacing}} checked{{/isReplacing}}>
        {{frame.t.tableReplace}}</label>
        </details>
        <button>{{frame.t.tableCheck}}</button>
        </form>
        """
}
