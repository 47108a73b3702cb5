/// One setting that a channel gives to its adapter.
package struct SettingDeclaration: Hashable, Sendable {
    /// What a setting may be.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case string, secret, url, bool, int, list, map
    }

    package let name: String
    package let kind: Kind
    package let isRequired: Bool
    /// What it is when a channel does not give it.
    package let standard: Datum
    /// The only texts that it may be; empty when it may be any of its kind.
    package let words: [String]

    package init(name: String, kind: Kind, isRequired: Bool, standard: Datum, words: [String] = []) {
        self.words = words
        self.name = name
        self.kind = kind
        self.isRequired = isRequired
        self.standard = standard
    }
}

extension SettingDeclaration {
    /// The setting's value for a text of the channels file; nil when it is not of the setting's kind.
    package func value(of text: String) -> Datum? {
        switch kind {
        case .string, .secret: words.isEmpty || words.contains(text) ? .text(text) : nil
        case .url: URLParts(text).isWeb ? .text(text) : nil
        case .int: Int(text).map { .number(String($0)) }
        case .bool: Self.flag(text).map(Datum.flag)
        case .list: .list([.text(text)])
        case .map: nil
        }
    }

    /// What it may be, in a few words, for messages.
    package var demand: String {
        words.isEmpty ? "of the type '\(kind.rawValue)'" : "one of \(words.joined(separator: ", "))"
    }

    private static func flag(_ text: String) -> Bool? {
        switch text {
        case "true", "yes", "on": true
        case "false", "no", "off": false
        default: nil
        }
    }
}
