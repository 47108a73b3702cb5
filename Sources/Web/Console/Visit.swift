import Gateway
import HTTPTypes
import Hummingbird
import NIOCore
import Providers
import Storage

/// A request to the console, and what is known of whoever makes it.
struct Visit: Sendable {
    /// What the browser's cookie holds; a fresh one where it has none.
    let token: String
    /// Whether the browser does not have the token yet.
    let isNew: Bool
    /// Who has signed in; nil for nobody.
    let signIn: SignIn?
    let language: ConsoleLanguage
    /// Whether the language was chosen with this request.
    let isLanguageChosen: Bool
    /// What a form holds, by the names of its fields; the last of a name counts.
    let fields: [String: String]
    /// The values of fields that may come more than once.
    let lists: [String: [String]]
    /// The variables of the path and of the query.
    let parameters: [String: String]
    /// The address of the page that the visitor is on.
    let page: String
    /// Where the request came from.
    let address: String
    /// The host and port that the browser asked.
    let authority: String
    /// The file that a form brings.
    var file: Multipart.File?

    /// A field of a form; empty where there is none.
    func field(_ name: String) -> String { fields[name] ?? "" }

    /// A field that is a number.
    func number(_ name: String) -> Int64? { Int64(field(name)) }

    /// Whether the form came from a page of ours in this browser.
    var hasFormToken: Bool { !isNew && Secret.isEqual(field("form"), Secret.form(token)) }

    /// By whom deeds of this visitor are: the number of the account, never a name.
    var author: String { signIn?.staff.rawValue.description ?? "" }

    /// Names what a form asks for: the same one sent twice is done once. What is changed in it is another deed.
    func key(of deed: String) -> String { field("key") + " " + deed }

    /// What this visitor may do.
    var rights: Set<Right> { signIn?.role.rights ?? [] }

    /// Texts in the visitor's language.
    var texts: Texts { Texts(language) }
}

extension Visit {
    /// Names of cookies. With TLS they bind themselves to this host and to TLS (RFC 6265bis, section 4.1.3.2).
    static func cookie(isSecure: Bool) -> String { isSecure ? "__Host-waymark" : "waymark" }
    static let languageCookie = "waymark-language"
    /// Says that a page asks by itself, and nobody for it.
    private static let refreshing = HTTPField.Name("Waymark-Refresh") ?? .cookie
    /// Letters of a token.
    private static let tokenLength = 43

    /// The token that a browser brings in its cookie; nil where it has none of ours.
    static func token(of request: Request, isSecure: Bool) -> String? {
        let value = request.cookies[cookie(isSecure: isSecure)]?.value
        return value?.utf8.count == tokenLength ? value : nil
    }

    /// Who has signed in with a token; nil for nobody.
    static func signIn(
        _ token: String?, _ request: Request, at route: ConsoleRoute, _ desk: StaffDesk
    ) async throws -> SignIn? {
        guard let token else { return nil }
        return try await desk.visitor(token, isByHand: !route.isStream && request.headers[refreshing] == nil)
    }

    /// Reads a request.
    ///
    /// - Parameters:
    ///   - token: What the browser brought.
    ///   - signIn: Who has signed in with it.
    ///   - body: The form, empty for other requests.
    /// - Returns: nil where the body is no form.
    static func read(
        _ request: Request, _ context: GatewayContext, at route: ConsoleRoute, from address: String, token: String?,
        signIn: SignIn?, body: [UInt8]
    ) -> Visit? {
        let upload = route.isUpload ? Multipart(body, type: request.headers[.contentType]) : nil
        guard let members = Form.fields(upload == nil ? body : []) else { return nil }
        let query = request.uri.queryParameters
        var parameters: [String: String] = [:]
        for (key, value) in query { parameters[String(key)] = String(value) }
        for (key, value) in context.parameters { parameters[String(key)] = String(value) }
        let (language, isChosen) = ConsoleLanguage.of(request, choosing: parameters["language"])
        let pairs =
            members.compactMap { member in member.value.text.map { (member.key, $0) } }
            + (upload?.fields ?? []).map { ($0.name, $0.value) }
        return Visit(
            token: token ?? Secret.token(), isNew: token == nil, signIn: signIn, language: language,
            isLanguageChosen: isChosen, fields: Dictionary(pairs) { _, last in last },
            lists: Dictionary(grouping: pairs) { $0.0 }.mapValues { $0.map(\.1) }, parameters: parameters,
            page: route.page(request.uri.path), address: address,
            authority: request.head.authority ?? "", file: upload?.file)
    }
}
