import Expressions
import TestSupport
import Testing

@testable import Conversation

/// What holds for anything that is typed, tried on many texts from one seed.
struct ReadingPropertyTests {
    private static let pieces = [
        "a", "Z", "é", "e\u{301}", "l", "O", "1", "42", "2026-03", "１", "٣", "९", "፻", "፲", "①", "²", "½", "一", "万",
        "年", "月", "岁",
        "不", " ", "  ", "\n", "\t", "\u{3000}", ".", "。", "-", "－", "'", "’", "/", ",", "，", "%", "+", "¥", "€", "(",
        "（", "#",
        "*", "1️⃣", "👍", "👨‍👩‍👧", "\u{200B}", "\u{202E}", "\u{FEFF}", "ab\u{300}\u{300}\u{300}", "yes", "no", "not", "or",
        "please", "three", "thousand", "years", "ago", "last month", "March", "मार्च", "हज़ार", "خمسة", "و", "قبل", "elfu",
        "na",
        "quatre-vingt", "第", "两", "百", "半", "去年", "块", "İ", "ǅ", "ß", "ﬁ",
    ]

    private static func texts(_ count: Int, seed: UInt64) -> [String] {
        var random = SplitMix64(seed: seed)
        return (0..<count).map { _ in
            (0..<Int.random(in: 0...8, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
    }

    @Test func `folding what is folded changes nothing`() {
        for text in Self.texts(6_000, seed: 1) {
            let folded = Folding.fold(text)
            #expect(Folding.fold(folded) == folded, "'\(text)'")
            let bare = Folding.bare(folded)
            #expect(Folding.bare(bare) == bare, "'\(text)'")
        }
    }

    @Test(arguments: CorpusQuestion.all.filter { $0.name != "text" })
    func `nothing that is typed breaks a question, and marks that are not seen change nothing`(
        _ question: CorpusQuestion
    ) throws {
        let pack = try question.pack()
        for text in Self.texts(200, seed: 2) + [
            String(repeating: "三", count: 3_000), String(repeating: "1 ", count: 900),
        ] {
            let reading = try question.reading(of: text, in: pack)
            #expect(try question.reading(of: "\u{200B}" + text + " ", in: pack) == reading, "'\(text)'")
        }
    }

    @Test(arguments: ["０", "٠", "۰", "०", "০", "੦", "૦", "௦", "౦", "೦", "൦", "๐", "໐", "༠", "၀", "០", "᠐", "꧐", "߀"])
    func `an answer in the digits of any script is the answer in plain digits`(_ nought: Unicode.Scalar) throws {
        for name in ["trouble", "people", "months", "money", "month", "date", "pin", "phone"] {
            let question = try #require(CorpusQuestion.all.first { $0.name == name })
            let pack = try question.pack()
            for typed in [
                "1", "4.", "12", "3,000", "2026-03", "202603", "15/03/2026", "2 years", "1234", "13800000001",
            ] {
                let written = String(
                    String.UnicodeScalarView(
                        typed.unicodeScalars.map { scalar in
                            guard ("0"..."9").contains(scalar) else { return scalar }
                            return Unicode.Scalar(nought.value + scalar.value - 0x30) ?? scalar
                        }))
                let reading = try question.reading(of: written, in: pack)
                #expect(try question.reading(of: typed, in: pack) == reading, "\(name) '\(written)'")
            }
        }
    }

    /// A word after some slips: letters put in, left out, changed or swapped.
    private func slip(_ word: String, _ count: Int, _ random: inout SplitMix64) -> String {
        var letters = Array(word)
        for _ in 0..<count where !letters.isEmpty {
            let place = Int.random(in: 0..<letters.count, using: &random)
            let letter = Array("aeinorst1工").randomElement(using: &random) ?? "a"
            switch Int.random(in: 0..<4, using: &random) {
            case 0: letters.insert(letter, at: place)
            case 1: letters.remove(at: place)
            case 2: letters[place] = letter
            default: letters.swapAt(place, letters.indices.last { $0 != place } ?? place)
            }
        }
        return String(letters)
    }

    @Test func `a near spelling has at most two slips, and bends no digit and no ideograph`() {
        var random = SplitMix64(seed: 3)
        let words = ["contract", "restaurant", "late pay", "factory", "shop", "option 12", "工资没发", "i was fired"]
        var near = 0
        for _ in 0..<10_000 {
            let word = words.randomElement(using: &random) ?? ""
            let typed = slip(word, Int.random(in: 0...4, using: &random), &random)
            guard NearSpelling.isNear(typed, word) else { continue }
            near += 1
            #expect(Spelling.distance(typed.filter { $0 != " " }, word.filter { $0 != " " }) <= 2, "\(typed) \(word)")
            #expect(typed.first == word.first)
            #expect(!typed.contains { $0.isNumber || Words.isIdeograph($0) }, "\(typed)")
        }
        #expect(near > 500)
    }

    @Test func `an option is picked only by its number or by a word no farther than the slips allowed`() throws {
        var random = SplitMix64(seed: 4)
        let drafts: [OptionDraft] = [
            "My pay is late", "I was fired", "Hurt at work", "No contract", "Restaurant", "Building site",
        ]
        let options = try drafts.enumerated().map { try $1.option($0 + 1, ["main#end": 0]) }
        let words = options.flatMap(\.words)
        var picked: [MenuReading.How: Int] = [:]
        for _ in 0..<8_000 {
            let typed = Folding.fold(
                slip(words.randomElement(using: &random) ?? "", Int.random(in: 0...5, using: &random), &random))
            guard case .option(let place, let how) = MenuReading(typed, among: options) else { continue }
            picked[how, default: 0] += 1
            let own = options[place].words
            switch how {
            case .number: #expect(typed.contains(String(options[place].number)), "'\(typed)'")
            case .word, .spelling: #expect(own.contains { Self.slips(typed, $0) <= 2 }, "'\(typed)' as \(own)")
            case .beginning:
                #expect(own.contains { $0.hasPrefix(Self.core(typed)) || $0.hasPrefix(typed) }, "'\(typed)'")
            }
        }
        #expect(picked.keys.count == 4)
    }

    private static func core(_ text: String) -> String {
        PoliteWords.core(of: text, reach: .telling).joined(separator: " ")
    }

    /// The slips between two texts, as they are or without polite words on both sides.
    private static func slips(_ typed: String, _ word: String) -> Int {
        min(
            Spelling.distance(typed, word), Spelling.distance(core(typed), core(word)),
            Spelling.distance(typed.filter { $0 != " " }, word.filter { $0 != " " }))
    }
}
