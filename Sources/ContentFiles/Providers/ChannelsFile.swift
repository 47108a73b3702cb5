import FoundationEssentials
package import Providers
import Telephony

/// Reads the operator's channels: which numbers are served by which adapter with which account.
package enum ChannelsFile {
    /// The channels that are enabled and right; the log has an error for each that is not right.
    ///
    /// - Parameters:
    ///   - adapters: The adapters that channels may name.
    ///   - environment: Where `${NAME}` in a setting is looked up.
    ///   - secretFile: Reads a secret's file; its content without the line break at its end.
    package static func load(
        source: String, file: String, adapters: [Adapter], environment: [String: String], log: DiagnosticLog,
        secretFile: @escaping (String) -> String? = { try? String(contentsOfFile: $0, encoding: .utf8) }
    ) -> [Channel] {
        guard let root = YAML.read(source, file: file, log: log),
            let fields = Fields(root, "the channels file", known: ["public_url", "channels"], log: log),
            let channels = fields["channels"].flatMap({ Fields($0, "'channels'", known: nil, log: log) })
        else { return [] }
        return channels.entries.compactMap { entry in
            let inner = DiagnosticLog()
            let secrets = Secrets(environment: environment, file: secretFile, log: inner)
            let reader = ChannelReader(name: entry.key, adapters: adapters, secrets: secrets, log: inner)
            let channel = reader.channel(entry, publicURL: fields["public_url"])
            log.add(inner.all)
            return inner.hasErrors ? nil : channel
        }
    }
}
