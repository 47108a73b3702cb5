import ContentFiles
import Providers
import Telephony

/// A channel's entry as a JSON object: the adapter's settings, and beside them what else a channel has.
struct TrialSettings {
    /// Keys of a channel that are no settings of its adapter.
    private static let channelKeys = ["address", "country", "public_url", "path_token", "reply", "apology"]

    private(set) var entry: ChannelEntry

    /// - Parameter file: nil means no settings.
    init(file: String?, adapter: Adapter) throws(WrongUse) {
        entry = ChannelEntry(id: "trial", adapter: adapter)
        guard let file else { return }
        guard case .object(let members) = JSON.read(try InputFile.bytes(file)) else {
            throw WrongUse("the settings '\(file)' must be a JSON object, such as {\"api_key\": \"...\"}")
        }
        for member in members {
            if let declaration = adapter.settings.first(where: { $0.name == member.key }) {
                entry.settings.append(Datum.Member(member.key, try Self.value(member.value, declaration)))
            } else if member.key == "settings", case .object(let inner) = member.value {
                for member in inner { try setSetting(member, of: adapter) }
            } else {
                try setField(member, of: adapter)
            }
        }
    }

    private mutating func setSetting(_ member: Datum.Member, of adapter: Adapter) throws(WrongUse) {
        guard let declaration = adapter.settings.first(where: { $0.name == member.key }) else {
            throw Self.unknown(member.key, of: adapter)
        }
        entry.settings.append(Datum.Member(member.key, try Self.value(member.value, declaration)))
    }

    private mutating func setField(_ member: Datum.Member, of adapter: Adapter) throws(WrongUse) {
        guard Self.channelKeys.contains(member.key) else { throw Self.unknown(member.key, of: adapter) }
        guard let text = member.value.text else { throw WrongUse("'\(member.key)' of the settings must be a text") }
        switch member.key {
        case "address": entry.address = text
        case "public_url": entry.publicBaseURL = text
        case "path_token": entry.pathToken = text
        case "apology": entry.apology = text
        case "country":
            guard let country = Country(text) else {
                throw WrongUse("'country' of the settings must be a code of two letters such as KE, not '\(text)'")
            }
            entry.country = country
        default:
            guard let way = Adapter.ReplyWay(rawValue: text) else {
                throw WrongUse("'reply' of the settings must be answer or request, not '\(text)'")
            }
            entry.replyWay = way
        }
    }

    private static func value(_ value: Datum, _ declaration: SettingDeclaration) throws(WrongUse) -> Datum {
        switch (declaration.kind, value) {
        case (.map, .object), (.list, .list): return value
        default:
            if let text = value.text, let value = declaration.value(of: text) { return value }
            throw WrongUse("the setting '\(declaration.name)' must be \(declaration.demand)")
        }
    }

    private static func unknown(_ key: String, of adapter: Adapter) -> WrongUse {
        let known = adapter.settings.map(\.name) + channelKeys
        let hint =
            nearest(to: key, among: known).map { "did you mean '\($0)'?" } ?? "known: \(known.joined(separator: ", "))"
        return WrongUse("the adapter '\(adapter.name)' has no setting '\(key)': \(hint)")
    }
}
