/// What every page has that takes a table.
enum TablePart {
    /// The findings of a table or pack that must be mended first.
    static let findings = """
        {{#hasFindings}}
        <section class="card bad" role="status"><h2>{{frame.t.tableBad}}</h2>
        <ul class="lines findings">{{#findings}}<li><code class="long">{{place}}</code><br>{{message}}\
        {{#advice}}<br><span class="quiet">{{frame.t.mend}} {{.}}</span>{{/advice}}</li>{{/findings}}</ul></section>
        {{/hasFindings}}
        """

    /// The field for the file.
    static let file = """
        <div class="field"><label for="table">{{frame.t.tableFile}}</label>
        <span class="hint" id="table-hint">{{limit}}</span>
        <input id="table" name="table" type="file" accept=".csv,.tsv,.txt,text/csv" required \
        aria-describedby="table-hint"{{#isInvalid}} aria-invalid="true"{{/isInvalid}}></div>
        """
}
