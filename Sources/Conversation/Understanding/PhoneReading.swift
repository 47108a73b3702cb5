import Telephony

/// Reads a phone number with the words people put around it: `my number is 0712 345 678`, `电话13800000001`.
enum PhoneReading {
    private static let words: Set<String> = Set(
        """
        phone tel telephone mobile cell cellphone number no my is it's its call me on at whatsapp please pls thanks thank \
        you contact the mon numéro est téléphone appelez moi au svp namba nambari simu yangu ni ya tafadhali फोन फ़ोन नंबर \
        मोबाइल मेरा है رقم رقمي هاتف هاتفي هو تلفون
        """.listed.map(Folding.bare))
    private static let prefixes = [
        "我的手机号码是", "我的手机号是", "我的电话是", "我的号码是", "手机号码是", "手机号码", "手机号是", "手机号", "手机是", "手机", "电话号码是", "电话号码", "电话是",
        "电话",
        "号码是", "号码", "请拨打", "请打", "拨打", "打",
    ]

    /// The number, nil when the text has none, or more than one.
    static func number(_ typed: String, country: Country?) -> PhoneNumber? {
        guard typed.utf8.count <= 200 else { return nil }
        if let number = try? PhoneNumber.parse(typed, in: country) { return number }
        return try? PhoneNumber.parse(bare(typed), in: country)
    }

    /// The text without the words, with look-alike letters among digits as digits.
    private static func bare(_ typed: String) -> String {
        let plus = typed.contains { $0 == "+" || $0 == "＋" } ? "+" : ""
        let words = Folding.fold(typed).split { $0 == " " || $0 == ":" || $0 == "," || $0 == "+" }.map(String.init)
        let rest = words.filter { !self.words.contains(Folding.bare($0)) }.map { word in
            let front = prefixes.first { word.hasPrefix($0) }
            return digits(front.map { String(word.dropFirst($0.count)) } ?? word)
        }
        return plus + rest.joined(separator: " ")
    }

    private static func digits(_ word: String) -> String {
        guard word.count >= 3 else { return word }
        if let digits = Lookalikes.digits(word) { return digits }
        let values = word.compactMap(ChineseNumerals.digit)
        return values.count == word.count ? values.map(String.init).joined() : word
    }
}
