import Mustache

/// The phone, and the place beside it where the gateway tells what it did.
struct PhonePage: Sendable {
    /// How long time goes by.
    struct Span: Sendable {
        let seconds: Int
        let label: String
    }

    let language: String
    let choices: [Frame.Choice]
    /// The pack's title.
    let pack: String
    /// What is dialled; empty where nothing is.
    let code: String
    /// The names of the channels; empty where there is none.
    let ussd: String
    let sms: String
    /// Where SMS go.
    let address: String
    let numbers: [String]
    let hasBoth: Bool
    let canWait: Bool
    let hasConsole: Bool
    let spans: [Span]
    /// Texts by their keys.
    let t: [String: String]

    init(
        language: ConsoleLanguage, title: String, code: String, ussd: String, sms: String, address: String,
        numbers: [String], canWait: Bool, hasConsole: Bool
    ) {
        let texts = Texts(language)
        self.language = language.rawValue
        choices = Frame.choices(language)
        pack = title
        self.code = code
        self.ussd = ussd
        self.sms = sms
        self.address = address
        self.numbers = numbers
        hasBoth = !ussd.isEmpty && !sms.isEmpty
        self.canWait = canWait
        self.hasConsole = hasConsole
        spans = Self.lengths.map { Span(seconds: $0, label: texts.span($0)) }
        t = texts.phone
    }

    /// Spans that are worth seeing: a dialogue's end, a session's, and the days of reminders.
    private static let lengths = [60, 300, 3_600, 86_400, 604_800, 2_592_000]

    static let template = """
        <!DOCTYPE html>
        <html lang="{{language}}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{t.title}} – Waymark</title>
        <link rel="stylesheet" href="/phone/style.css">
        <link rel="icon" href="data:,">
        <script src="/phone/script.js" defer></script>
        </head>
        <body>
        <a class="skip" href="#answer">{{t.skip}}</a>
        <header class="top">
        <div class="bar">
        <a class="brand" href="/phone">Waymark</a>
        {{#hasConsole}}<a href="/console">{{t.console}}</a>{{/hasConsole}}
        </div>
        </header>
        <main id="main" tabindex="-1">
        <h1>{{t.title}}</h1>
        <p class="lead">{{t.lead}}</p>
        <noscript><p class="warn">{{t.noscript}}</p></noscript>
        <div class="trial" id="trial" data-ussd="{{ussd}}" data-sms="{{sms}}" data-code="{{code}}"
         data-address="{{address}}" data-call="{{t.call}}" data-send="{{t.send}}" data-close="{{t.close}}"
         data-dial="{{t.dial}}" data-reply="{{t.reply}}" data-write="{{t.write}}" data-lost="{{t.lost}}"
         data-hung="{{t.hung}}" data-same="{{t.same}}" data-differ="{{t.differ}}" data-away="{{t.away}}"
         data-refused="{{t.refused}}" data-late="{{t.late}}" data-gone="{{t.gone}}" data-begin="{{t.begin}}"
         data-empty="{{t.empty}}" data-you="{{t.you}}" data-service="{{t.service}}">
        <section class="hand" aria-label="{{t.phone}}">
        <div class="row whose">
        <label for="number">{{t.whose}}</label>
        <select id="number">{{#numbers}}<option>{{.}}</option>{{/numbers}}</select>
        <button type="button" class="plain" id="another">{{t.another}}</button>
        </div>
        <div class="handset">
        {{#hasBoth}}
        <div class="modes" role="group" aria-label="{{t.modes}}">
        <button type="button" data-mode="ussd" aria-pressed="true">{{t.ussd}}</button>
        <button type="button" data-mode="sms" aria-pressed="false">{{t.sms}}</button>
        </div>
        {{/hasBoth}}
        <div class="glass">
        <p class="status"><span id="line"></span> <time id="time"></time></p>
        <div id="screen" role="log" aria-live="polite" aria-label="{{t.screen}}" tabindex="0"></div>
        <form id="entry">
        <label for="answer" id="ask">{{t.dial}}</label>
        <input id="answer" autocomplete="off" autocapitalize="none" spellcheck="false" enterkeyhint="send">
        <div class="soft">
        <button id="go">{{t.call}}</button>
        <button type="button" class="second" id="hang" hidden>{{t.hang}}</button>
        </div>
        </form>
        </div>
        <div class="keys" role="group" aria-label="{{t.keys}}">
        <button type="button">1</button><button type="button">2</button><button type="button">3</button>
        <button type="button">4</button><button type="button">5</button><button type="button">6</button>
        <button type="button">7</button><button type="button">8</button><button type="button">9</button>
        <button type="button">*</button><button type="button">0</button><button type="button">#</button>
        </div>
        </div>
        <p id="note" class="note" role="status"></p>
        <fieldset class="choices">
        <legend>{{t.trouble}}</legend>
        <label><input type="checkbox" id="lose"> {{t.lose}}</label>
        <label><input type="checkbox" id="twice"> {{t.twice}}</label>
        </fieldset>
        {{#canWait}}
        <form id="wait" class="row">
        <label for="span">{{t.wait}}</label>
        <select id="span">{{#spans}}<option value="{{seconds}}">{{label}}</option>{{/spans}}</select>
        <button class="second">{{t.waitNow}}</button>
        </form>
        {{/canWait}}
        {{^canWait}}<p class="quiet">{{t.noWait}}</p>{{/canWait}}
        </section>
        <section class="inside" aria-label="{{t.inside}}">
        <h2>{{t.inside}}</h2>
        <p class="quiet">{{t.served}} {{pack}}</p>
        <div id="view"></div>
        </section>
        </div>
        </main>
        <footer>
        <nav aria-label="{{t.language}}">
        {{#choices}}
        {{#isChosen}}<span lang="{{code}}">{{ownName}}</span>{{/isChosen}}\
        {{^isChosen}}<a lang="{{code}}" hreflang="{{code}}" href="/phone?language={{code}}">{{ownName}}</a>{{/isChosen}}
        {{/choices}}
        </nav>
        </footer>
        </body>
        </html>
        """
}

/// The templates of the phone, read once.
struct PhoneTemplates: Sendable {
    /// Every template by the name of what it shows.
    static let all = [("PhonePage", PhonePage.template), ("PhoneView", PhoneView.template)]

    private let library: MustacheLibrary

    init() throws {
        MustacheContentTypes.register(MarkupText(), named: MarkupText.name)
        var library = MustacheLibrary()
        for (name, template) in Self.all { try library.register(MarkupText.pragma + template, named: name) }
        self.library = library
    }

    /// A page, or a part of one, as HTML.
    func render<Shown: Sendable>(_ shown: Shown) -> String {
        library.render(shown, withTemplate: "\(Shown.self)") ?? ""
    }
}
