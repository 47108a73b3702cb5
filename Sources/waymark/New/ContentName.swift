import ContentFiles

/// A name that a new flow or pack can have.
struct ContentName {
    /// The name's parts: two for `wages/late`.
    let parts: [String]

    /// The name as it was given.
    var text: String { parts.joined(separator: "/") }
    /// A title to begin with: `Late pay` for `wages/late_pay`.
    var title: String {
        let words = (parts.last ?? "").replacing("_", with: " ")
        return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// Reads the name of a flow: one that flows can lead to, in no folder with another purpose.
    init(flow text: String) throws(WrongUse) {
        try self.init(text, "flow")
        guard ContentKind(path: text + ".yaml") == .flow else {
            throw WrongUse("'\(text)' cannot be a flow: that file or folder has another purpose in a pack")
        }
        guard !["back", "home", "end"].contains(text) else {
            throw WrongUse("'\(text)' cannot be a flow: 'go: \(text)' means something else")
        }
    }

    /// Reads the name of a pack: that of its folder.
    init(pack text: String) throws(WrongUse) {
        try self.init(text, "pack")
        guard parts.count == 1, text != ContentKind.schemaFolder else {
            throw WrongUse("'\(text)' cannot be a pack: name one folder, such as 'china'")
        }
    }

    private init(_ text: String, _ what: String) throws(WrongUse) {
        parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.allSatisfy({ $0.wholeMatch(of: /[A-Za-z][A-Za-z0-9_]*/) != nil }) else {
            throw WrongUse("'\(text)' cannot be a \(what): begin with a letter; use letters, digits and _")
        }
    }
}
