import Foundation

/// The name that a member of staff signs in with.
package enum StaffName {
    /// Characters of a name.
    package static let length = 2...40

    /// A name as it is compared.
    static func plain(_ name: String) -> String {
        name.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCompatibilityMapping.lowercased()
    }

    /// A name as it is kept; nil where it is none.
    static func kept(_ text: String) -> String? {
        let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let isPlain = name.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || CharacterSet.decimalDigits.contains(scalar)
                || " .-_@'".contains(Character(scalar))
        }
        return length.contains(name.count) && isPlain ? name : nil
    }
}

/// What a password must be: long, and not what everybody tries first (NIST SP 800-63B, section 5.1.1.2).
package enum Password {
    /// Characters of a password; longer ones are refused, not cut.
    package static let length = 12...200

    /// Whether a password may be chosen with a name.
    static func isGood(_ text: String, name: String) -> Bool {
        let plain = text.lowercased()
        let isVaried = Set(plain).count >= 5
        let isName = plain.contains(StaffName.plain(name)) && plain.count < 2 * length.lowerBound
        return length.contains(text.count) && isVaried && !isName && !plain.hasPrefix("waymark")
    }
}
