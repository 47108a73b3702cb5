/// The keys that a group of a content file may have: readers refuse others, and editors offer these.
struct KeyGroup: Sendable {
    /// The keys in the order in which a guide would tell of them.
    let keys: [Key]
    /// The names of the keys.
    let names: [String]
    /// Whether the author may add keys with other names.
    let isOpen: Bool

    init(_ keys: [Key], isOpen: Bool = false) {
        self.keys = keys
        names = keys.map(\.name)
        self.isOpen = isOpen
    }

    /// The same group with more keys.
    static func + (group: KeyGroup, more: [Key]) -> KeyGroup {
        KeyGroup(group.keys + more, isOpen: group.isOpen)
    }

    /// The same group without some keys.
    func without(_ names: String...) -> KeyGroup {
        KeyGroup(keys.filter { !names.contains($0.name) }, isOpen: isOpen)
    }
}

/// One key of a group.
struct Key: Sendable {
    /// The key as it is written.
    let name: String
    /// What its value may be.
    let shape: Shape
    /// What it is for, in a sentence that an editor shows beside it.
    let help: String
    /// Whether the group is no use without it.
    let isRequired: Bool

    /// A key that must be there.
    static func must(_ name: String, _ shape: Shape, _ help: String) -> Key {
        Key(name: name, shape: shape, help: help, isRequired: true)
    }

    /// A key that may be there.
    static func may(_ name: String, _ shape: Shape, _ help: String) -> Key {
        Key(name: name, shape: shape, help: help, isRequired: false)
    }
}
