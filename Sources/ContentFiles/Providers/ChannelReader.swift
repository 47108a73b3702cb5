import Providers
import Telephony

/// Reads one channel.
struct ChannelReader {
    let name: String
    let adapters: [Adapter]
    let secrets: Secrets
    let log: DiagnosticLog

    /// The channel; nil when it is not enabled or has no adapter.
    func channel(_ entry: YAML.Entry, publicURL: YAML?) -> Channel? {
        guard let fields = Fields(entry.value, what, known: Self.keys, log: log), fields.flag("enabled") != false,
            let adapter = adapter(fields)
        else { return nil }
        checkName(at: entry.keyPosition)
        var draft = ChannelEntry(id: name, adapter: adapter)
        draft.address = fields.text("address")
        draft.country = country(fields)
        draft.publicBaseURL = (fields["public_url"] ?? publicURL).flatMap(webURL)
        draft.isSimulator = fields.flag("simulator") ?? false
        draft.settings = settings(fields, of: adapter)
        draft.pathToken = pathToken(fields)
        draft.allowedAddresses = allowedAddresses(fields)
        draft.replyWay = replyWay(fields, of: adapter)
        draft.apology = fields.text("apology")
        draft.rate = fields.rate("rate")
        draft.atOnce = fields.whole("sending", in: 1...1_024)
        draft.answersCodes = fields.flag("answer_codes") ?? false
        draft.segmentPrice = segmentPrice(fields)
        if let window = fields["duplicate_window"] {
            draft.duplicateWindow =
                SettingDuration.milliseconds(window, "'duplicate_window' of \(what)", log: log) ?? 4_000
        }
        let channel = Channel(draft)
        if let node = fields["apology"], channel.kind == .ussd, !channel.screenLimit.fits(channel.apology) {
            log.error("value", "'apology' of \(what) does not fit \(channel.screenLimit)", at: node.position)
        }
        checkProofs(of: channel, fields, hasToken: fields["path_token"] != nil || !draft.allowedAddresses.isEmpty)
        return channel
    }

    private static let keys = [
        "adapter", "address", "country", "simulator", "enabled", "settings", "public_url", "path_token", "ip_allow",
        "reply", "duplicate_window", "apology", "insecure", "rate", "sending", "answer_codes",
        "segment_price",
    ]

    var what: String { "channel '\(name)'" }

    private func checkName(at position: Position) {
        let isPlain = name.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
        }
        guard !isPlain || name.isEmpty else { return }
        log.error("channel-name", "\(what) stands in URLs: use small letters, digits, '-' and '_'", at: position)
    }

    private func adapter(_ fields: Fields) -> Adapter? {
        guard let text = fields.requiredText("adapter"), let node = fields["adapter"] else { return nil }
        if let adapter = adapters.first(where: { $0.name == text }) { return adapter }
        let near = nearest(to: text, among: adapters.map(\.name))
        log.error(
            "unknown-adapter", "\(what) names an adapter '\(text)' that does not exist", at: node.position,
            suggestion: near.map { "did you mean '\($0)'?" } ?? "see Config/providers")
        return nil
    }

    private func country(_ fields: Fields) -> Country? {
        guard let text = fields.text("country"), let node = fields["country"] else { return nil }
        if let country = Country(text) { return country }
        log.error(
            "value", "'country' of \(what) must be a code of two letters such as KE, not '\(text)'", at: node.position)
        return nil
    }

    private func webURL(_ node: YAML) -> String? {
        guard let text = secrets.text(node, "'public_url' of \(what)") else { return nil }
        if SettingDeclaration(name: "public_url", kind: .url, isRequired: false, standard: .null).value(of: text) != nil
        {
            return text
        }
        log.error(
            "value", "'public_url' must be a URL such as https://sms.example.org, not '\(text)'", at: node.position)
        return nil
    }

    private func pathToken(_ fields: Fields) -> String? {
        guard let node = fields["path_token"], let token = secrets.text(node, "'path_token' of \(what)") else {
            return nil
        }
        if token.utf8.count >= 16 { return token }
        log.error("value", "'path_token' of \(what) must have at least 16 characters", at: node.position)
        return nil
    }

    private func segmentPrice(_ fields: Fields) -> SegmentPrice? {
        guard let text = fields.text("segment_price"), let node = fields["segment_price"] else { return nil }
        if let price = SegmentPrice(text) { return price }
        log.error(
            "value", "'segment_price' of \(what) must be a price such as 0.0065 USD, not '\(text)'", at: node.position,
            suggestion: "write what one SMS costs, with at most six digits behind the point, and the currency")
        return nil
    }

    private func allowedAddresses(_ fields: Fields) -> [NetworkBlock] {
        fields.texts("ip_allow").compactMap { text in
            if let block = NetworkBlock(text) { return block }
            let position = fields["ip_allow"]?.position ?? fields.position
            log.error("value", "'ip_allow' of \(what) has '\(text)', which is no IP address or block", at: position)
            return nil
        }
    }

    private func replyWay(_ fields: Fields, of adapter: Adapter) -> Adapter.ReplyWay? {
        guard let text = fields.text("reply"), let node = fields["reply"] else { return nil }
        if let way = Adapter.ReplyWay(rawValue: text) {
            if adapter.canReply(by: way) { return way }
            let place = way == .answer ? "in the answer" : "by a request"
            log.error("value", "the adapter '\(adapter.name)' cannot reply \(place)", at: node.position)
            return nil
        }
        log.error("value", "'reply' of \(what) must be answer or request, not '\(text)'", at: node.position)
        return nil
    }
}
