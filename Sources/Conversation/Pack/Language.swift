/// A language a pack speaks, named in itself.
package struct Language: Hashable, Sendable {
    /// The BCP 47 tag, for example `zh-Hans`.
    package let tag: String
    /// The language's own name for itself, shown in its own script.
    package let name: String

    package init(tag: String, name: String) {
        self.tag = tag
        self.name = name
    }
}

/// The content hash of a pack: a session stays on the revision it began with.
package struct RevisionID: Hashable, Sendable, CustomStringConvertible {
    /// Lower-case hexadecimal.
    package let hash: String

    package init(_ hash: String) {
        self.hash = hash
    }

    /// The hash, as it stands in logs and on pages.
    package var description: String { hash }
}

/// The channel families a conversation differs by: a USSD screen does not stay and has a deadline, an SMS does.
package enum ChannelKind: String, Hashable, Sendable, CaseIterable {
    case ussd, sms
}
