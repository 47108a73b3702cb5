/// Codes that stand in for a lost phone, each good once.
enum RecoveryCodes {
    /// How many a member of staff gets.
    static let count = 10
    /// Letters of one: 50 bits.
    private static let length = 10

    /// New ones, as they are shown once.
    static func draw() -> [String] {
        (0..<count).map { _ in
            let letters = Base32.encode(Secret.bytes(8)).lowercased().prefix(length)
            return letters.prefix(length / 2) + "-" + letters.suffix(length / 2)
        }
    }

    /// A code as it is compared: whatever people write between and around the letters does not count.
    static func plain(_ text: String) -> String? {
        let letters = text.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return letters.count == length ? letters : nil
    }
}

extension NumberVault {
    /// What a store keeps in place of a recovery code.
    func digest(ofRecovery code: String) -> [UInt8] { digest("recovery code " + code) }

    /// What a store finds a sign-in name by; capitals and the blanks around it do not count.
    func fingerprint(ofStaff name: String) -> [UInt8] {
        digest("staff name " + StaffName.plain(name))
    }
}
