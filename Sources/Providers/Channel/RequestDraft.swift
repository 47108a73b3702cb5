/// A request to a provider while it is put together and signed.
struct RequestDraft {
    let method: String
    /// The URL as its template made it.
    let url: String
    /// Fields that are added to the URL's query.
    var query: [Datum.Member]
    var headers: [HeaderField]
    /// The fields of the body, when it is a form.
    private(set) var form: [Datum.Member]?
    private(set) var body: [UInt8]

    init(
        method: String, url: String, query: [Datum.Member], headers: [HeaderField], form: [Datum.Member]?, body: [UInt8]
    ) {
        self.method = method
        self.url = url
        self.query = query
        self.headers = headers
        self.form = form
        self.body = body
    }

    mutating func setForm(_ fields: [Datum.Member]) {
        form = fields
        body = Array(Form.encode(fields).utf8)
    }

    var host: HeaderField { HeaderField("host", String(URLParts(url).authority)) }

    var path: String {
        let path = URLParts(url).rest.prefix { $0 != "?" && $0 != "#" }
        return path.isEmpty ? "/" : String(path)
    }

    /// The fields of the URL's own query and those that are added.
    var allQuery: [Datum.Member] {
        guard let mark = url.firstIndex(of: "?") else { return query }
        return (Form.fields(url[mark...].dropFirst().utf8) ?? []) + query
    }

    /// The request, ready to be sent.
    func request(step: Int, part: Int) -> ProviderRequest {
        let fields = Form.encode(query)
        let whole = fields.isEmpty ? url : url + (url.contains("?") ? "&" : "?") + fields
        return ProviderRequest(
            method: method, url: whole.headerValue, headers: headers, body: body, step: step, part: part)
    }
}
