import Providers
import Telephony

extension AdapterReader {
    /// The examples of the file.
    func examples(_ node: YAML?, kind: Adapter.Kind) -> [Example] {
        (node?.elements ?? []).compactMap { element in
            let keys = [
                "name", "settings", "address", "country", "public_url", "reply", "request", "route", "say", "message",
                "response",
                "expect",
            ]
            return Fields(element, "an example", known: keys, log: log).flatMap { example($0, kind: kind) }
        }
    }

    private func example(_ fields: Fields, kind: Adapter.Kind) -> Example? {
        need(["name", "expect"], in: fields)
        guard let input = input(fields) else { return nil }
        return Example(
            name: fields.text("name") ?? "", settings: settingValues(fields["settings"]),
            address: fields.text("address"),
            country: fields.text("country").flatMap { Country($0) }, publicBaseURL: fields.text("public_url"),
            replyWay: choice(fields, "reply"), input: input, expected: fields["expect"]?.datum ?? .null,
            line: fields.position.line)
    }

    private func input(_ fields: Fields) -> Example.Input? {
        if let node = fields["request"], let text = fields.text("request") {
            guard let request = Wire.request(Array(text.utf8)) else {
                log.error("value", "the example's request is not HTTP", at: node.position)
                return nil
            }
            return .request(request, route: fields.text("route") ?? request.lastPathPart, outcome(fields["say"]))
        }
        if let node = fields["response"], let text = fields.text("response") {
            if let answer = Wire.answer(Array(text.utf8)) { return .response(answer) }
            log.error("value", "the example's response is not HTTP", at: node.position)
            return nil
        }
        return fields["message"].flatMap(message)
    }

    private func outcome(_ node: YAML?) -> Outcome {
        guard let node, let fields = Fields(node, "'say'", known: ["text", "ends", "error", "closed"], log: log) else {
            return .accepted
        }
        if let apology = fields.text("error") { return .error(apology) }
        if fields.flag("closed") == true { return .closed }
        return .reply(fields.text("text") ?? "", ends: fields.flag("ends") ?? false)
    }

    private func message(_ node: YAML) -> Example.Input? {
        guard let fields = Fields(node, "'message'", known: ["id", "to", "from", "text"], log: log) else { return nil }
        need(["to", "text"], in: fields)
        guard let to = fields.text("to").flatMap({ try? Address.parse($0, in: nil) }) else { return nil }
        return .message(
            OutgoingMessage(
                id: fields.text("id") ?? "1", to: to,
                from: fields.text("from").flatMap { try? Address.parse($0, in: nil) },
                text: fields.text("text") ?? ""))
    }

    private func settingValues(_ node: YAML?) -> [Datum.Member] {
        guard let node, let fields = Fields(node, "'settings'", known: settings.map(\.name), log: log) else {
            return []
        }
        return fields.entries.compactMap { entry in
            guard let declaration = settings.first(where: { $0.name == entry.key }),
                let value = entry.value.setting(declaration)
            else { return nil }
            return Datum.Member(entry.key, value)
        }
    }
}

extension HTTPRequest {
    /// What stands after the last `/` of the path: the route, in a URL of ours.
    fileprivate var lastPathPart: String {
        let path = target.prefix { $0 != "?" }
        return String(path.split(separator: "/").last ?? "")
    }
}
