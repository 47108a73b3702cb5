/// Money words and signs, and whose money they are: an amount in another country's money is not an answer.
enum Currency {
    /// Folded words and signs with the ISO 4217 codes they stand for; a word of several currencies names them all.
    private static let words: [String: Set<String>] = {
        let rows: [(codes: String, words: String)] = [
            ("CNY", "元 块 块钱 塊 圆 人民币 ￥ rmb cny yuan kuai renminbi"), ("CNY JPY", "¥"),
            ("KES", "ksh kes kshs"), ("TZS", "tsh tzs tshs"), ("UGX", "ush ugx ushs"),
            ("KES TZS UGX", "sh shs shilling shillings shilingi bob /="),
            ("XOF XAF", "fcfa cfa f.cfa xof xaf"),
            ("XOF XAF CDF RWF BIF GNF DJF KMF CHF", "franc francs f"), ("RWF", "rwf frw"), ("CDF", "fc cdf"),
            ("INR", "₹ inr रुपये रुपए रुपया रु"), ("INR NPR PKR LKR", "rs rs. rupees rupee rupaye rupiya रुपैयाँ"),
            ("NPR", "npr"), ("PKR", "pkr روپے"), ("BDT", "৳ bdt taka tk টাকা"), ("LKR", "lkr"),
            ("USD", "usd"), ("USD LRD ZWL", "$ dollar dollars dola دولار डॉलर 美元 美金"),
            ("EUR", "€ eur euro euros"), ("GBP", "£ gbp"), ("GBP EGP SDG LBP SYP SSP", "pound pounds جنيه جنيها ليرة"),
            ("SAR QAR OMR YER", "ريال"), ("AED MAD", "درهم دراهم dirham dirhams"),
            ("JOD IQD KWD BHD TND DZD LYD", "دينار دنانير dinar dinars"), ("MAD", "mad dh"), ("DZD", "da dzd"),
            ("ETB", "birr etb ብር"), ("NGN", "₦ naira ngn"), ("GHS", "cedi cedis ghs"), ("ZAR", "rand zar"),
        ]
        return rows.reduce(into: [:]) { table, row in
            for word in row.words.listed { table[word] = Set(row.codes.listed) }
        }
    }()

    private static let longestFirst = words.keys.sorted { ($0.count, $0) > ($1.count, $1) }

    /// The money of countries where more than one word could be meant (ISO 4217, by ISO 3166-1 code).
    private static let ofCountry: [String: String] = [
        "CN": "CNY", "KE": "KES", "TZ": "TZS", "UG": "UGX", "RW": "RWF", "BI": "BIF", "CD": "CDF", "IN": "INR",
        "NP": "NPR", "PK": "PKR", "BD": "BDT", "LK": "LKR", "US": "USD", "GB": "GBP", "SN": "XOF", "CI": "XOF",
        "ML": "XOF", "BF": "XOF", "BJ": "XOF", "TG": "XOF", "NE": "XOF", "GW": "XOF", "CM": "XAF", "TD": "XAF",
        "CF": "XAF", "CG": "XAF", "GA": "XAF", "GQ": "XAF", "GN": "GNF", "DJ": "DJF", "MA": "MAD", "DZ": "DZD",
        "TN": "TND", "LY": "LYD", "EG": "EGP", "SD": "SDG", "SS": "SSP", "SA": "SAR", "AE": "AED", "QA": "QAR",
        "OM": "OMR", "YE": "YER", "KW": "KWD", "BH": "BHD", "LB": "LBP", "SY": "SYP", "JO": "JOD", "IQ": "IQD",
        "ET": "ETB", "NG": "NGN", "GH": "GHS", "ZA": "ZAR", "FR": "EUR", "BE": "EUR", "DE": "EUR", "ES": "EUR",
        "IT": "EUR", "PT": "EUR",
    ]

    /// The amount without its money words; nil when they are another country's money than `country`'s.
    static func amount(in folded: String, country: String?) -> String? {
        var text = folded
        for _ in 0..<2 {
            guard let (rest, codes) = withoutOne(text) else { break }
            if let own = country.flatMap({ ofCountry[$0] }), !codes.contains(own) { return nil }
            text = rest
        }
        return text
    }

    /// Takes one money word off the beginning or the end; one in letters must not run on into another word.
    private static func withoutOne(_ text: String) -> (rest: String, codes: Set<String>)? {
        for word in longestFirst {
            guard let codes = words[word] else { continue }
            if text.hasPrefix(word), isFree(text.dropFirst(word.count).first) {
                return (String(text.dropFirst(word.count)).trimmingEdges, codes)
            }
            if text.hasSuffix(word), isFree(text.dropLast(word.count).last) {
                return (String(text.dropLast(word.count)).trimmingEdges, codes)
            }
        }
        return nil
    }

    private static func isFree(_ neighbour: Character?) -> Bool {
        guard let neighbour else { return false }
        return !neighbour.isLetter || ChineseNumerals.isNumeral(neighbour) || neighbour == "k" || neighbour == "o"
    }
}

extension String {
    /// The text without spaces and full stops around, as they stand beside money words.
    fileprivate var trimmingEdges: String {
        let tail = drop { " .:".contains($0) }
        guard let last = tail.lastIndex(where: { !" .:".contains($0) }) else { return "" }
        return String(tail[...last])
    }
}
