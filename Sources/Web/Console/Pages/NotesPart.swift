/// What staff wrote down, and the form to write more: the same below a conversation and below a case.
enum NotesPart {
    /// Their template.
    ///
    /// - Parameters:
    ///   - page: The address of the page, as the template has it.
    ///   - key: The name of what tells one sending of the form from another.
    ///   - label: The name of the text above the field.
    ///   - wrong: The name of what is wrong with a note.
    static func template(page: String, key: String, label: String, wrong: String) -> String {
        """
        <h2>{{frame.t.notes}}</h2>
        {{^hasNotes}}<p class="quiet">{{frame.t.noNotes}}</p>{{/hasNotes}}
        {{#hasNotes}}
        <ul class="notes">
        {{#notes}}
        <li><p class="when"><time>{{at}}</time> {{author}}</p><p class="words">{{words}}</p></li>
        {{/notes}}
        </ul>
        {{/hasNotes}}
        <form method="post" action="\(page)/note">
        <input type="hidden" name="form" value="{{frame.form}}"><input type="hidden" name="key" value="{{\(key)}}">
        <div class="field"><label for="note">{{frame.t.\(label)}}</label>
        <span class="hint" id="note-hint">{{frame.t.noteHelp}}</span>
        {{#\(wrong)}}<p class="wrong">{{.}}</p>{{/\(wrong)}}
        <textarea id="note" name="note" aria-describedby="note-hint" maxlength="4000" required></textarea></div>
        <button class="second">{{frame.t.keepNote}}</button>
        </form>
        """
    }
}
