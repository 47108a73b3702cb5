import Mustache

/// A page: a value with everything its template shows.
protocol ConsolePage: Sendable {
    /// Mustache; it stands in the layout.
    static var template: String { get }
    /// What stands around the page.
    var frame: Frame { get }
}

/// The templates of all pages, read once.
struct ConsoleTemplates: Sendable {
    /// Every page there is.
    static let pages: [any ConsolePage.Type] = [
        SignInPage.self, JoinPage.self, JoinedPage.self, HomePage.self, AccountPage.self, SessionsPage.self,
        SessionView.self, SessionPathPage.self, DeedPage.self, CasesPage.self, CaseView.self, CaseClosingPage.self,
        ClaimsPage.self, OutboxPage.self, MessagesPage.self, ChannelsPage.self, EvidencePage.self, PackPage.self,
        FlowEvidencePage.self,
        StaffPage.self, LinkPage.self, AuditPage.self, TokensPage.self, TokenPage.self, FaultPage.self,
        FlowsPage.self, FlowPage.self, DirectoryPage.self, OfficesPage.self, TablePage.self, TableReviewPage.self,
        RulesPage.self, RulePage.self, FigureTablePage.self,
    ]

    private let library: MustacheLibrary

    init() throws {
        MustacheContentTypes.register(MarkupText(), named: MarkupText.name)
        var library = MustacheLibrary()
        try library.register(MarkupText.pragma + Frame.template, named: "layout")
        for page in Self.pages {
            try library.register("{{<layout}}{{$content}}\(page.template){{/content}}{{/layout}}", named: "\(page)")
        }
        self.library = library
    }

    /// The page as HTML.
    func render<Page: ConsolePage>(_ page: Page) -> String {
        library.render(page, withTemplate: "\(Page.self)") ?? ""
    }
}

/// Text in HTML, also within attributes. Each scalar is looked at by itself: the package's own escaping looks at
/// characters, and a quotation mark with a combining mark behind it is another character, but ends an attribute.
struct MarkupText: MustacheContentType {
    static let name = "MARKUP"
    static let pragma = "{{% CONTENT_TYPE:\(name)}}"

    func escapeText(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}
