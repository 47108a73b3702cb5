import HTTPTypes
import Hummingbird
import NIOCore

/// What the console answers with.
struct ConsoleAnswer: Sendable {
    var status: HTTPResponse.Status = .ok
    var html = ""
    /// Where the browser is to go on.
    var location: String?
    /// The token the browser has from now on; nil where it keeps its own, empty where it is to forget it.
    var token: String?

    static func page(_ html: String, _ status: HTTPResponse.Status = .ok) -> ConsoleAnswer {
        ConsoleAnswer(status: status, html: html)
    }

    /// Goes on with a page, by GET.
    static func go(_ path: String) -> ConsoleAnswer { ConsoleAnswer(status: .seeOther, location: path) }
}

extension ConsoleAnswer {
    /// What every answer of the console carries.
    static let headers: HTTPFields = [
        .contentSecurityPolicy: "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        .xContentTypeOptions: "nosniff",
        .referrerPolicy: "same-origin",
        .crossOriginOpenerPolicy: "same-origin",
        .permissionsPolicy: "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ]

    /// The answer as the server sends it.
    func response(to visit: Visit?, isSecure: Bool) -> Response {
        var headers = Self.headers
        headers[.cacheControl] = "no-store"
        headers[.contentType] = "text/html; charset=utf-8"
        if let location { headers[.location] = location }
        if let visit {
            if let token = token ?? (visit.isNew ? visit.token : nil) {
                let end = token.isEmpty ? "; Max-Age=0" : ""
                headers.append(
                    Self.cookie(Visit.cookie(isSecure: isSecure), token, "; HttpOnly; SameSite=Strict" + end, isSecure))
            }
            if visit.isLanguageChosen {
                headers.append(Self.cookie(keeping: visit.language, isSecure))
            }
        }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: html)))
    }

    /// A cookie that keeps the language for a year.
    static func cookie(keeping language: ConsoleLanguage, _ isSecure: Bool) -> HTTPField {
        cookie(
            Visit.languageCookie, language.rawValue, "; Max-Age=31536000; HttpOnly; SameSite=Lax", isSecure)
    }

    private static func cookie(_ name: String, _ value: String, _ rest: String, _ isSecure: Bool) -> HTTPField {
        HTTPField(name: .setCookie, value: "\(name)=\(value); Path=/" + rest + (isSecure ? "; Secure" : ""))
    }
}

extension HTTPField.Name {
    fileprivate static func own(_ name: String) -> HTTPField.Name { HTTPField.Name(name) ?? .cookie }
    fileprivate static let referrerPolicy = own("Referrer-Policy")
    fileprivate static let crossOriginOpenerPolicy = own("Cross-Origin-Opener-Policy")
    fileprivate static let permissionsPolicy = own("Permissions-Policy")
}
