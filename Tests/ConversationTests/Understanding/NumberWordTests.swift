import TestSupport
import Testing

@testable import Conversation

struct NumberWordTests {
    private static let ones = [
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    private static let tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

    private static func english(_ number: Int) -> String {
        let parts: [String] =
            switch number {
            case ..<20: [ones[number]]
            case ..<100: [tens[number / 10], ones[number % 10]]
            case ..<1_000: [ones[number / 100], "hundred", number % 100 > 0 ? "and" : "", english(number % 100)]
            default: [english(number / 1_000), "thousand", english(number % 1_000)]
            }
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func chinese(_ number: Int) -> String {
        let digits = Array("零一二三四五六七八九")
        var text = ""
        var hasGap = false
        for (unit, name) in [(10_000, "万"), (1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / unit % 10
            if digit == 0 {
                hasGap = !text.isEmpty
            } else {
                text += (hasGap ? "零" : "") + String(digits[digit]) + name
                hasGap = false
            }
        }
        return text
    }

    @Test func `every number up to ninety-nine thousand reads back from its words`() {
        var random = SplitMix64(seed: 5)
        let numbers = Array(1...1_200) + (0..<4_000).map { _ in Int.random(in: 1_201..<99_999, using: &random) }
        for number in numbers {
            #expect(NumberWords.number(Self.english(number)) == number, "\(Self.english(number))")
            #expect(NumberWords.number(Self.chinese(number)) == number, "\(Self.chinese(number))")
        }
    }

    @Test(
        arguments: [
            ("soixante et onze", 71), ("quatre-vingt-dix-neuf", 99), ("deux cent trois", 203),
            ("mille neuf cents", 1_900),
            ("mia tatu na arobaini na tano", 345), ("elfu moja mia mbili", 1_200), ("तीन सौ पैंतालीस", 345),
            ("दो हज़ार छब्बीस", 2_026), ("ثلاثمئة وخمسة وأربعون", 345), ("ألفان وستة وعشرون", 2_026), ("أحد عشر", 11),
            ("两万零三十", 20_030), ("三千五", 3_500), ("二〇二六", 2_026), ("廿三", 23), ("壹仟贰佰", 1_200), ("12万3千", 123_000),
            ("twenty one hundred", 2_100), ("two lakh fifty thousand", 250_000),
        ])
    func `number words of many languages are added up`(typed: String, number: Int) {
        #expect(NumberWords.number(Folding.fold(typed)) == number)
    }

    @Test(arguments: [
        "two three", "twenty twelve", "hundred hundred", "and five", "five and", "三四", "二三十", "十十", "万千", "百",
        "elfu kumi na tano",
        "vingt trente", "cinq et six", "पाँच छह", "خمسة ستة", "one thousand million million",
    ])
    func `words that are no number, or two, are none`(_ typed: String) {
        #expect(NumberWords.number(Folding.fold(typed)) == nil)
    }

    @Test func `no word stands for two numbers, and no name for two months`() {
        for (word, number) in NumberWords.lists.joined() {
            #expect(NumberWords.words[word] == number, "\(word)")
        }
        for list in MonthNames.lists {
            #expect(list.listed.count == 12)
            for (place, names) in list.listed.enumerated() {
                for name in names.split(separator: "/") {
                    let word = Folding.bare(String(name).replacing("_", with: " "))
                    #expect(MonthNames.all[word] == place + 1, "\(name)")
                }
            }
        }
    }
}
