import TestSupport

/// Texts made of pieces that are hard to cut.
enum RandomText {
    static let plain = ["a", "Z", "7", " ", " ", "\n", ".", "é", "Ω", "ß", "@", "\r\n", "word", "Sentence one. "]
    static let extended = ["€", "{", "}", "[", "]", "~", "^", "|", "\\", "\u{0C}"]
    static let wide = ["中", "文", "，", "。", "薪", "ก", "ខ", "ሀ", "ж", "’"]
    static let clusters = [
        "😀", "👨‍👩‍👧‍👦", "🇨🇳", "🏳️‍🌈", "e\u{301}\u{323}", "นี้", "क्षि", "1\u{FE0F}\u{20E3}", "a\u{300}\u{301}\u{302}\u{303}",
    ]

    /// GSM-7 only, or everything mixed.
    static func make(_ length: Int, gsm7: Bool, using generator: inout SplitMix64) -> String {
        let pools = gsm7 ? [plain, plain, extended] : [plain, extended, wide, clusters]
        var text = ""
        for _ in 0..<length {
            let pool = pools.randomElement(using: &generator) ?? plain
            text += pool.randomElement(using: &generator) ?? ""
        }
        return text
    }

    /// Many texts of every length up to a limit, from one seed.
    static func many(_ count: Int, upTo length: Int, seed: UInt64) -> [String] {
        var generator = SplitMix64(seed: seed)
        return (0..<count).map { index in
            make(Int.random(in: 0...length, using: &generator), gsm7: index % 2 == 0, using: &generator)
        }
    }
}
