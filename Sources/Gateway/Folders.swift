package import ContentFiles
package import Conversation
import Foundation
package import Providers

/// Where the gateway's files are, and how they are read at start.
package struct Folders: Hashable, Sendable {
    /// Settings, channels and adapters.
    package let config: String
    /// Packs, each a folder.
    package let flows: String

    package init(config: String = "Config", flows: String = "Flows") {
        self.config = config
        self.flows = flows
    }

    /// The settings under the environment.
    package func settings(environment: [String: String], log: DiagnosticLog) -> Settings {
        let file = config + "/waymark.yaml"
        return Settings.read(text(of: file), file: file, environment: environment, log: log)
    }

    /// Every adapter of `providers/`.
    package func adapters(log: DiagnosticLog) -> [Adapter] {
        let folder = config + "/providers"
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
            $0.hasSuffix(".yaml")
        }.sorted()
        if names.isEmpty {
            log.error("missing-folder", "there are no provider files here", at: Position(file: folder))
        }
        return names.compactMap { name in
            let file = folder + "/" + name
            guard let content = text(of: file) else {
                log.error("unreadable", "the file cannot be read", at: Position(file: file))
                return nil
            }
            return AdapterFile.load(source: content, file: file, log: log) { base in
                let file = folder + "/" + base + ".yaml"
                return text(of: file).map { ($0, file) }
            }
        }
    }

    /// The operator's channels.
    package func channels(environment: [String: String], log: DiagnosticLog) -> [Channel] {
        let file = config + "/channels.yaml"
        guard let content = text(of: file) else {
            log.error("missing-file", "there are no channels: the file cannot be read", at: Position(file: file))
            return []
        }
        return ChannelsFile.load(
            source: content, file: file, adapters: adapters(log: log), environment: environment, log: log)
    }

    /// The systems that flows may ask; without the file there are none.
    package func systems(environment: [String: String], log: DiagnosticLog) -> [System] {
        let file = config + "/systems.yaml"
        return text(of: file).map { SystemsFile.load(source: $0, file: file, environment: environment, log: log) } ?? []
    }

    /// Whether the settings are safe and fit the channels.
    ///
    /// - Parameter channels: Nil where nothing is known of them.
    package func check(_ settings: Settings, _ channels: [Channel]?, log: DiagnosticLog) {
        settings.warn(log, at: Position(file: config + "/waymark.yaml"))
        checkProxies(settings, log: log)
        check(settings.console, origins: settings.origins, log: log)
        check(settings.api, settings.console, origins: settings.origins, log: log)
        if settings.caseUntil <= settings.caseFrom {
            log.error(
                "value",
                "'cases.until' must be later than 'cases.from', not \(settings.caseUntil) after \(settings.caseFrom)",
                at: settings.origins["cases.until"] ?? settings.origins["cases.from"]
                    ?? Position(file: config + "/waymark.yaml"))
        }
        guard let names = channels?.filter({ $0.kind == .sms }).map(\.id) else { return }
        guard !settings.messageChannel.isEmpty, !names.contains(settings.messageChannel) else { return }
        log.error(
            "value", "'messages.channel' names no SMS channel: '\(settings.messageChannel)'",
            at: settings.origins["messages.channel"] ?? Position(file: config + "/waymark.yaml"),
            suggestion: names.isEmpty ? "there is no SMS channel" : "SMS channels: \(names.joined(separator: ", "))")
    }

    private func checkProxies(_ settings: Settings, log: DiagnosticLog) {
        do {
            _ = try Proxies(settings.proxies)
        } catch {
            log.error(
                "value", "'server.proxies' has '\(error.word)', which is no IP address or block",
                at: settings.origins["server.proxies"] ?? Position(file: config + "/waymark.yaml"),
                suggestion: "the addresses that the proxies connect from, such as 127.0.0.1, 10.0.0.0/24")
        }
    }

    /// Passwords never travel in clear over a network.
    private func check(_ console: ConsoleSettings, origins: [String: Position], log: DiagnosticLog) {
        let place = Position(file: config + "/waymark.yaml")
        if !console.url.isEmpty, !console.isSecure || console.url.hasSuffix("/") {
            log.error(
                "value", "'console.url' must begin with https:// and end without a slash, not be '\(console.url)'",
                at: origins["console.url"] ?? place)
        } else if console.access == ConsoleSettings.Access.anywhere.rawValue, console.url.isEmpty {
            log.error(
                "value", "'console.access' is 'anywhere', but 'console.url' does not say how staff reach it",
                at: origins["console.access"] ?? place,
                suggestion: "url: https://console.example.org, where a reverse proxy with TLS stands")
        }
    }

    /// Neither do tokens.
    private func check(
        _ api: APISettings, _ console: ConsoleSettings, origins: [String: Position], log: DiagnosticLog
    ) {
        guard api.access == ConsoleSettings.Access.anywhere.rawValue, console.url.isEmpty else { return }
        log.error(
            "value", "'api.access' is 'anywhere', but 'console.url' does not say where the proxy with TLS stands",
            at: origins["api.access"] ?? Position(file: config + "/waymark.yaml"),
            suggestion: "console: { url: https://console.example.org }")
    }

    /// What the API is, for programs (OpenAPI 3.1); nil where the file is not there.
    package var apiDescription: String? { text(of: config + "/openapi.yaml") }

    /// A pack that is to be published, with its files: it must keep every rule on these channels.
    package func pack(_ name: String, for channels: [Channel], log: DiagnosticLog) -> (
        pack: Pack, source: PackSource
    )? {
        PackSource.read(folder: flows + "/" + name, log: log).flatMap { checked($0, for: channels, log: log) }
    }

    /// The pack of these files, if it keeps every rule on these channels.
    func checked(_ source: PackSource, for channels: [Channel], log: DiagnosticLog) -> (
        pack: Pack, source: PackSource
    )? {
        var settings = CheckSettings()
        settings.carriers = channels.map(Carrier.init)
        settings.playsTalks = false
        return PackCheck(settings).load(source, log: log).map { ($0, source) }
    }

    private func text(of file: String) -> String? {
        FileManager.default.contents(atPath: file).flatMap { String(validating: $0, as: UTF8.self) }
    }
}
