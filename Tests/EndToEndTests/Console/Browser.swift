import Foundation
import HTTPClient
import Testing

/// A browser that keeps cookies, and sends the token of the last page's forms.
final class Browser {
    static let password = "three quiet rivers"

    private let gateway: RunningGateway
    private(set) var cookies: [String: String] = [:]
    var phone: Authenticator?
    private(set) var recoveryCodes: [String] = []
    private var formToken = ""

    init(_ gateway: RunningGateway) {
        self.gateway = gateway
    }

    /// The cookie that tells who it is.
    var token: String { cookies["waymark"] ?? "" }

    @discardableResult
    func get(_ path: String, headers: [HeaderField] = []) async throws -> IncomingResponse {
        note(try await gateway.ask(path, headers: headers + cookieHeader))
    }

    /// Sends a form.
    ///
    /// - Parameter token: What its hidden field holds; that of the last page where it is nil.
    @discardableResult
    func post(
        _ path: String, _ fields: KeyValuePairs<String, String> = [:], token: String? = nil,
        headers: [HeaderField] = []
    ) async throws -> IncomingResponse {
        let form = Form.encode(["form": token ?? formToken]) + "&" + Form.encode(fields)
        return note(try await gateway.post(path, form, headers: headers + cookieHeader))
    }

    /// Sends a form with a file (RFC 7578).
    @discardableResult
    func upload(
        _ path: String, file: String, _ content: String, _ fields: KeyValuePairs<String, String> = [:]
    ) async throws -> IncomingResponse {
        let mark = "----the-next-part"
        var form = ""
        for (name, value) in [("form", formToken)] + fields.map({ ($0.key, $0.value) }) {
            form += "--\(mark)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        form += "--\(mark)\r\nContent-Disposition: form-data; name=\"table\"; filename=\"\(file)\"\r\n"
        form += "Content-Type: text/csv\r\n\r\n\(content)\r\n--\(mark)--\r\n"
        return note(
            try await gateway.ask(
                path, method: "POST", type: "multipart/form-data; boundary=\(mark)", headers: cookieHeader,
                body: Array(form.utf8)))
    }

    /// Takes an invitation by its link.
    @discardableResult
    func join(_ link: String, as name: String, password: String = Browser.password) async throws -> IncomingResponse {
        let page = try await get(link).text
        let secret = try #require(page.firstMatch(of: /class="secret"[^>]*>([A-Z2-7 ]+)</)?.output.1)
        var phone = Authenticator(String(secret))
        let response = try await post(
            link, ["name": name, "password": password, "again": password, "code": phone.code()])
        self.phone = phone
        recoveryCodes = response.text.matches(of: /<li>([a-z2-7]{5}-[a-z2-7]{5})<\/li>/).map { String($0.output.1) }
        try await get("/console/account")
        return response
    }

    /// Signs in with the phone's next code.
    func signIn(
        _ name: String, password: String = Browser.password, code: String? = nil
    ) async throws -> IncomingResponse {
        try await get("/console/sign-in")
        let code = code ?? phone?.code() ?? ""
        return try await post("/console/sign-in", ["name": name, "password": password, "code": code])
    }

    /// Whether a page for staff opens.
    func isSignedIn() async throws -> Bool { try await get("/console/account").status == 200 }

    private var cookieHeader: [HeaderField] {
        guard !cookies.isEmpty else { return [] }
        return [HeaderField(name: "Cookie", value: cookies.map { "\($0)=\($1)" }.joined(separator: "; "))]
    }

    private func note(_ response: IncomingResponse) -> IncomingResponse {
        for header in response.headers where header.name.lowercased() == "set-cookie" {
            let pair = header.value.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1)
            if pair.count == 2 { cookies[String(pair[0])] = String(pair[1]) } else { cookies[String(pair[0])] = nil }
        }
        if let match = response.text.firstMatch(of: /name="form" value="([^"]+)"/) {
            formToken = String(match.output.1)
        }
        return response
    }
}

extension RunningGateway {
    /// The link that it prints while nobody can sign in.
    func firstLink() async throws -> String {
        try await eventually("the link of the first admin") {
            process.output.firstMatch(of: /(\/console\/join\/[A-Za-z0-9_-]+)\n/).map { String($0.output.1) }
        }
    }

    /// A browser in which the first admin has signed in.
    func admin() async throws -> Browser {
        let browser = Browser(self)
        #expect(try await browser.join(firstLink(), as: "Mei Lin").status == 200)
        return browser
    }

    /// A browser in which somebody has signed in whom an admin invited.
    func member(_ role: String, invitedBy admin: Browser, as name: String) async throws -> Browser {
        try await admin.get("/console/account")
        let page = try await admin.post("/console/staff/invite", ["role": role]).text
        let link = try #require(page.firstMatch(of: /http:\/\/[^\/]+(\/console\/join\/[A-Za-z0-9_-]+)</)?.output.1)
        let browser = Browser(self)
        #expect(try await browser.join(String(link), as: name).status == 200)
        return browser
    }
}
