import Gateway
import Storage

/// What stands around every page: where one is, who one is, and where else to go.
struct Frame: Sendable {
    /// A part of the navigation: it leads to the first of its places.
    struct Group: Sendable {
        let path: String
        let name: String
        /// Whether the page that is shown is one of its own.
        let isHere: Bool
        /// `page` where the page that is shown is its only place.
        let current: String?
    }

    /// A place in the navigation.
    struct Place: Sendable {
        let path: String
        let name: String
        /// `page` for the one that is shown.
        let current: String?
    }

    /// A language to choose.
    struct Choice: Sendable {
        let code: String
        let ownName: String
        let isChosen: Bool
    }

    let title: String
    /// The same, with a word before it when something is wrong, as the browser's tab shows it.
    let tab: String
    let language: String
    let choices: [Choice]
    let path: String
    let groups: [Group]
    /// The places of the part that one is in; none where it has only one.
    let places: [Place]
    let hasPlaces: Bool
    /// The name of that part.
    let part: String
    let isSignedIn: Bool
    let name: String
    let role: String
    /// What forms carry.
    let form: String
    /// A sentence about what was just done.
    let done: String?
    let objections: [Objection]
    let hasObjections: Bool
    /// Texts by their keys.
    let t: [String: String]

    /// What is wrong with a field.
    struct Objection: Sendable {
        /// The field's id.
        let field: String
        let sentence: String
    }

    /// - Parameters:
    ///   - title: The key of the page's title.
    ///   - titleValue: What stands in the title where `%1` does.
    ///   - done: The key of a sentence about what was just done.
    init(
        _ title: String, _ visit: Visit, titleValue: String = "", done: String? = nil, objections: [Objection] = []
    ) {
        let texts = visit.texts
        self.title = texts[title, titleValue]
        tab = (objections.isEmpty ? "" : texts["error"] + ": ") + texts[title, titleValue]
        language = visit.language.rawValue
        choices = Self.choices(visit.language)
        path = visit.page
        let navigation = Navigation(visit)
        groups = navigation.groups
        places = navigation.places
        hasPlaces = !navigation.places.isEmpty
        part = navigation.part
        isSignedIn = visit.signIn != nil
        name = visit.signIn?.name ?? ""
        role = visit.signIn.map { texts["role.\($0.role.rawValue)"] } ?? ""
        form = Secret.form(visit.token)
        self.done = done.flatMap { texts.all["done.\($0)"] }
        self.objections = objections
        hasObjections = !objections.isEmpty
        t = texts.all
    }

    /// Every language, and which one is shown.
    static func choices(_ shown: ConsoleLanguage) -> [Choice] {
        ConsoleLanguage.allCases.map { Choice(code: $0.rawValue, ownName: $0.name, isChosen: $0 == shown) }
    }
}

extension Frame {
    static let template = """
        <!DOCTYPE html>
        <html lang="{{frame.language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex">
        <title>{{frame.tab}} – Waymark</title>
        <link rel="stylesheet" href="/console/style.css">
        <link rel="icon" href="data:,">
        <script src="/console/script.js" defer></script>
        </head>
        <body>
        <a class="skip" href="#main">{{frame.t.skip}}</a>
        <header class="top">
        <div class="bar">
        <a class="brand" href="/console">Waymark</a>
        {{#frame.isSignedIn}}
        <div class="who">
        <a href="/console/account">{{frame.name}}</a>
        <span class="role">{{frame.role}}</span>
        <form method="post" action="/console/sign-out"><input type="hidden" name="form" value="{{frame.form}}">\
        <button class="plain">{{frame.t.signOut}}</button></form>
        </div>
        {{/frame.isSignedIn}}
        </div>
        {{#frame.isSignedIn}}
        <nav class="places" aria-label="{{frame.t.places}}">
        <ul>
        {{#frame.groups}}
        <li><a href="{{path}}"{{#isHere}} class="here"{{/isHere}}{{#current}} aria-current="{{.}}"{{/current}}>{{name}}</a></li>
        {{/frame.groups}}
        </ul>
        {{#frame.hasPlaces}}
        <ul class="inner" aria-label="{{frame.part}}">
        {{#frame.places}}
        <li><a href="{{path}}"{{#current}} aria-current="{{.}}"{{/current}}>{{name}}</a></li>
        {{/frame.places}}
        </ul>
        {{/frame.hasPlaces}}
        </nav>
        {{/frame.isSignedIn}}
        </header>
        <main id="main" tabindex="-1">
        {{#frame.hasObjections}}
        <div class="summary" role="alert" tabindex="-1" id="summary">
        <h2>{{frame.t.problem}}</h2>
        <ul>
        {{#frame.objections}}
        <li><a href="#{{field}}">{{sentence}}</a></li>
        {{/frame.objections}}
        </ul>
        </div>
        {{/frame.hasObjections}}
        {{#frame.done}}
        <p class="done" role="status">{{.}}</p>
        {{/frame.done}}
        <h1>{{frame.title}}</h1>
        {{$content}}{{/content}}
        </main>
        <footer>
        <nav aria-label="{{frame.t.language}}">
        {{#frame.choices}}
        {{#isChosen}}<span lang="{{code}}">{{ownName}}</span>{{/isChosen}}\
        {{^isChosen}}<a lang="{{code}}" hreflang="{{code}}" href="{{frame.path}}?language={{code}}">{{ownName}}</a>\
        {{/isChosen}}
        {{/frame.choices}}
        </nav>
        </footer>
        </body>
        </html>
        """
}
