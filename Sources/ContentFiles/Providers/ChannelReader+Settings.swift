import Providers

extension ChannelReader {
    /// The channel's settings for its adapter.
    func settings(_ fields: Fields, of adapter: Adapter) -> [Datum.Member] {
        let known = adapter.settings.map(\.name)
        let given = fields["settings"].flatMap { Fields($0, "'settings' of \(what)", known: known, log: log) }
        return adapter.settings.compactMap { declaration in
            guard let node = given?[declaration.name] else {
                guard declaration.isRequired, declaration.standard == .null else { return nil }
                log.error(
                    "missing-setting",
                    "\(what) needs the setting '\(declaration.name)' of the adapter '\(adapter.name)'",
                    at: given?.position ?? fields.position)
                return nil
            }
            return value(node, declaration).map { Datum.Member(declaration.name, $0) }
        }
    }

    private func value(_ node: YAML, _ declaration: SettingDeclaration) -> Datum? {
        let name = "'\(declaration.name)' of \(what)"
        if declaration.kind == .secret, let text = node.text, !text.contains("${") {
            log.warning(
                "secret-in-file", "\(name) is a secret and stands in the file", at: node.position,
                suggestion: "write ${NAME} and put it into the environment, or {file: PATH}")
        }
        let value: Datum?
        if node.text == nil, declaration.kind == .map || declaration.kind == .list {
            value = node.setting(declaration)
        } else {
            guard let text = secrets.text(node, name) else { return nil }
            value = declaration.value(of: text)
        }
        if value == nil {
            log.error("value", "\(name) must be \(declaration.demand)", at: node.position)
        }
        return value
    }

    /// A channel whose requests prove nothing must say so, unless it is a simulator.
    func checkProofs(of channel: Channel, _ fields: Fields, hasToken: Bool) {
        let isAcknowledged = fields.text("insecure") == "acknowledged"
        if let node = fields["insecure"], !isAcknowledged {
            log.error("value", "'insecure' of \(what) can only be 'acknowledged'", at: node.position)
        }
        if channel.signsPublicURL, channel.publicBaseURL == nil {
            log.error(
                "missing-key", "\(what) needs 'public_url': the provider signs the URL it calls", at: fields.position)
        }
        for setting in channel.settingsMissingForProofs {
            log.error(
                "missing-setting", "\(what) needs the setting '\(setting)': without it every request is refused",
                at: fields["settings"]?.position ?? fields.position)
        }
        for setting in channel.settingsThatAreNoKey {
            let node = fields["settings"]?.entries?.first { $0.key == setting }
            log.error(
                "value", "'\(setting)' of \(what) must be a public key of 32 bytes in base 64",
                at: node?.value.position ?? fields.position)
        }
        guard !channel.isSimulator else { return }
        if let route = channel.routesWithProofOff.first, !isAcknowledged || !hasToken {
            log.error(
                "insecure", "\(what) turns off the proof of who calls '\(route)'", at: fields.position,
                suggestion: "if you mean it, write 'insecure: acknowledged' and 'path_token: ${NAME}'")
        }
        if let route = channel.routesWithoutProof.first, !hasToken {
            log.error(
                "insecure", "\(what) takes requests to '\(route)' from anybody: the provider signs nothing",
                at: fields.position, suggestion: "add 'path_token: ${NAME}' or 'ip_allow'")
        }
    }
}
