/// What a channel asks of every request before its adapter looks at it.
struct Gate: Sendable, CustomStringConvertible, CustomReflectable {
    /// The secret that requests carry as `token` in the query or as a header of that name.
    let pathToken: String?
    /// The addresses that may call; empty means any.
    let allowed: [NetworkBlock]

    /// Why a request may not come in, nil when it may.
    func refusal(of request: HTTPRequest) -> String? {
        if !allowed.isEmpty, !allowed.contains(where: { $0.contains(request.remoteAddress ?? "") }) {
            return "the caller's address is not among those the channel accepts"
        }
        guard let pathToken else { return nil }
        let fields = Datum.object(Form.fields(request.query.utf8) ?? [])
        let given = fields["token"].text ?? request.headers.value(of: "token") ?? ""
        return given.equalsInConstantTime(pathToken) ? nil : "the channel's token is missing or wrong"
    }

    var description: String { "gate" }
    var customMirror: Mirror { Mirror(self, children: []) }
}

extension String {
    /// Whether two texts have the same bytes, in a time that does not tell how many of them agree.
    func equalsInConstantTime(_ other: String) -> Bool {
        let own = Array(utf8)
        let others = Array(other.utf8)
        guard own.count == others.count else { return false }
        var difference: UInt8 = 0
        for index in own.indices { difference |= own[index] ^ others[index] }
        return difference == 0
    }
}
