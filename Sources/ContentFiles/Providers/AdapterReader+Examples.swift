import Expressions
import Providers
import Telephony

extension AdapterReader {
    /// The examples of the file.
    func examples(_ node: YAML?, kind: Adapter.Kind) -> [Example] {
        list(node, "'examples'").compactMap { element in
            let keys = [
                "name", "settings", "address", "country", "public_url", "reply", "request", "route", "say", "message",
                "response", "step", "token_response", "at", "nonce", "token", "expect",
            ]
            return Fields(element, "an example", known: keys, log: log).flatMap { example($0, kind: kind) }
        }
    }

    private func example(_ fields: Fields, kind: Adapter.Kind) -> Example? {
        need(["name", "expect"], in: fields)
        let inputs = ["request", "message", "response", "token_response"]
        if inputs.filter({ fields[$0] != nil }).count != 1 {
            log.error(
                "missing-key", "an example needs exactly one of \(inputs.joined(separator: ", "))", at: fields.position)
        }
        guard let input = input(fields) else { return nil }
        return Example(
            name: fields.text("name") ?? "", settings: settingValues(fields["settings"]),
            address: fields.text("address"),
            country: country(fields), publicBaseURL: fields.text("public_url"),
            replyWay: choice(fields, "reply"), now: now(fields), nonce: fields.text("nonce") ?? "0123456789abcdef",
            token: fields.text("token"), input: input, expected: fields["expect"]?.datum ?? .null,
            line: fields.position.line)
    }

    private func input(_ fields: Fields) -> Example.Input? {
        if let node = fields["request"], let text = fields.text("request") {
            guard let request = Wire.request(Array(text.utf8)) else {
                log.error("value", "the example's request is not HTTP", at: node.position)
                return nil
            }
            return .request(request, route: fields.text("route") ?? request.routePart, outcome(fields["say"]))
        }
        if let node = fields["response"], let text = fields.text("response") {
            let step = (fields.whole("step", in: 1...20) ?? 1) - 1
            return answer(text, at: node.position).map { .response($0, step: step) }
        }
        if let node = fields["token_response"], let text = fields.text("token_response") {
            return answer(text, at: node.position).map { .token($0) }
        }
        return fields["message"].flatMap(message)
    }

    private func country(_ fields: Fields) -> Country? {
        guard let node = fields["country"], let text = fields.text("country") else { return nil }
        if let country = Country(text) { return country }
        log.error("value", "'country' of an example must be two letters such as KE", at: node.position)
        return nil
    }

    private func now(_ fields: Fields) -> Timestamp {
        guard let node = fields["at"], let text = fields.text("at") else { return Timestamp(milliseconds: 0) }
        if let moment = Timestamp(rfc3339: text) { return moment }
        log.error("value", "'at' of an example must be a time such as 2026-03-01T08:00:00Z", at: node.position)
        return Timestamp(milliseconds: 0)
    }

    private func answer(_ text: String, at position: Position) -> HTTPAnswer? {
        if let answer = Wire.answer(Array(text.utf8)) { return answer }
        log.error("value", "the example's response is not HTTP", at: position)
        return nil
    }

    private func outcome(_ node: YAML?) -> Outcome {
        guard let node, let fields = Fields(node, "'say'", known: ["text", "ends", "error", "closed"], log: log) else {
            return .accepted
        }
        if let apology = fields.text("error") { return .error(apology) }
        if fields.flag("closed") == true { return .closed(fields.text("text") ?? "") }
        return .reply(fields.text("text") ?? "", ends: fields.flag("ends") ?? false)
    }

    private func message(_ node: YAML) -> Example.Input? {
        guard let fields = Fields(node, "'message'", known: ["id", "to", "from", "text", "session", "ends"], log: log)
        else { return nil }
        need(["to", "text"], in: fields)
        guard let to = address(fields, "to") else { return nil }
        return .message(
            OutgoingMessage(
                id: fields.text("id") ?? "1", to: to, from: address(fields, "from"),
                text: fields.text("text") ?? "", session: fields.text("session"), ends: fields.flag("ends") ?? false))
    }

    private func address(_ fields: Fields, _ key: String) -> Address? {
        guard let node = fields[key], let text = fields.text(key) else { return nil }
        if let address = try? Address.parse(text, in: nil) { return address }
        log.error("value", "'\(key)' of 'message' must be a number, short code or name", at: node.position)
        return nil
    }

    private func settingValues(_ node: YAML?) -> [Datum.Member] {
        guard let node, let fields = Fields(node, "'settings'", known: settings.map(\.name), log: log) else {
            return []
        }
        return fields.entries.compactMap { entry in
            guard let declaration = settings.first(where: { $0.name == entry.key }) else { return nil }
            if let value = entry.value.setting(declaration) { return Datum.Member(entry.key, value) }
            log.error("value", "the setting '\(entry.key)' must be \(declaration.demand)", at: entry.value.position)
            return nil
        }
    }
}

extension HTTPRequest {
    /// The route in a URL of ours, `/in/<channel>/<route>`; of any other the last part of the path.
    fileprivate var routePart: String {
        let parts = target.prefix { $0 != "?" }.split(separator: "/")
        return String((parts.first == "in" ? parts.dropFirst(2).first : parts.last) ?? "")
    }
}
