/// A column that a pack adds to what the directory knows of every office.
struct OwnColumn: Hashable {
    /// What expressions call it.
    let name: String
    /// Whether there is a column for each language: `papers:en`, `papers:zh-Hans`.
    let isWorded: Bool

    /// Whether a name can be one: small letters, digits and `_`, beginning with a letter.
    static func isName(_ name: some StringProtocol) -> Bool {
        guard let first = name.utf8.first, (0x61...0x7A).contains(first) else { return false }
        return name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0.isDigit || $0 == UInt8(ascii: "_") }
    }
}
