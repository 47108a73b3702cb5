/// Who has signed in, and the way out of every browser.
struct AccountPage: ConsolePage {
    let frame: Frame

    init(_ visit: Visit) {
        frame = Frame("account", visit)
    }

    static let template = """
        <dl class="facts">
        <div><dt>{{frame.t.signInName}}</dt><dd>{{frame.name}}</dd></div>
        <div><dt>{{frame.t.role}}</dt><dd>{{frame.role}}</dd></div>
        </dl>
        <p class="quiet">{{frame.t.accountHelp}}</p>
        <h2>{{frame.t.signOutEverywhere}}</h2>
        <p>{{frame.t.signOutEverywhereHelp}}</p>
        <form method="post" action="/console/sign-out-everywhere">
        <input type="hidden" name="form" value="{{frame.form}}">
        <button class="second">{{frame.t.signOutEverywhere}}</button>
        </form>
        """
}
