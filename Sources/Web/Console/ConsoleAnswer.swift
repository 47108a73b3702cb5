import HTTPTypes
import Hummingbird
import NIOCore

/// What the console answers with.
struct ConsoleAnswer: Sendable {
    var status: HTTPResponse.Status = .ok
    var html = ""
    /// What is sent in the place of a page.
    var file: ConsoleFile?
    /// What is sent piece by piece, in the place of a page: as the file, or else for as long as a page is open.
    var stream: ResponseBody?
    /// Where the browser is to go on.
    var location: String?
    /// The token the browser has from now on; nil where it keeps its own, empty where it is to forget it.
    var token: String?

    static func page(_ html: String, _ status: HTTPResponse.Status = .ok) -> ConsoleAnswer {
        ConsoleAnswer(status: status, html: html)
    }

    /// A file to keep.
    static func file(_ text: String, type: String, name: String) -> ConsoleAnswer {
        ConsoleAnswer(file: ConsoleFile(text: text, type: type, name: name))
    }

    /// A file to keep that is sent while it is made.
    static func download(_ body: ResponseBody, type: String, name: String) -> ConsoleAnswer {
        ConsoleAnswer(file: ConsoleFile(text: "", type: type, name: name), stream: body)
    }

    /// Goes on with a page, by GET.
    static func go(_ path: String) -> ConsoleAnswer { ConsoleAnswer(status: .seeOther, location: path) }
}

/// A file that a page shows or that is kept.
struct ConsoleFile: Sendable {
    let text: String
    let type: String
    /// What the browser calls it that keeps it; nil for one that is shown.
    var name: String?
    /// What it may do, where that is not what pages may.
    var policy: String?

    /// A picture; its style is within it.
    static func picture(_ text: String) -> ConsoleFile {
        ConsoleFile(
            text: text, type: "image/svg+xml; charset=utf-8",
            policy: "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'")
    }
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
        headers[.contentType] = file?.type ?? "text/html; charset=utf-8"
        if let policy = file?.policy { headers[.contentSecurityPolicy] = policy }
        if let name = file?.name { headers[.contentDisposition] = "attachment; filename=\"\(name)\"" }
        if stream != nil, file == nil {
            headers[.contentType] = "text/event-stream; charset=utf-8"
            headers[.own("X-Accel-Buffering")] = "no"
        }
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
        return Response(
            status: status, headers: headers,
            body: stream ?? ResponseBody(byteBuffer: ByteBuffer(string: file?.text ?? html)))
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
