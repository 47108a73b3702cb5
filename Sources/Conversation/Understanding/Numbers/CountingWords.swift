/// The number words of a language that says how many hundreds before it says "hundred".
struct CountingWords {
    /// Words for the numbers below a hundred that have one.
    let values: [String: Int]
    /// Words for a hundred, a thousand and so on.
    let scales: [String: Int]
    /// The word between parts, and what it may join.
    let joint: (word: String, isAllowed: @Sendable (_ room: Int, _ next: Int?) -> Bool)
    /// Words that are a number together: `quatre vingt`.
    var pairs: [String: Int] = [:]
    /// How much may follow a ten: 10 in English, 20 after `soixante`, 0 where every number has its own word.
    let room: @Sendable (_ ten: Int) -> Int

    /// The number that all of these words make, nil when they make none, or two.
    func number(_ words: [String]) -> Int? {
        if words.count == 1 { return values[words[0]] ?? scales[words[0]] }
        var sum = NumberSum()
        var place = 0
        while place < words.count {
            let word = words[place]
            let next = place + 1 < words.count ? words[place + 1] : nil
            if let next, let value = pairs[word + " " + next] {
                guard sum.add(value, leaving: room(value)) else { return nil }
                place += 2
                continue
            }
            if let value = values[word], value > 0 {
                guard sum.add(value, leaving: room(value)) else { return nil }
            } else if let scale = scales[word] {
                guard sum.multiply(by: scale) else { return nil }
            } else if word == "a", next.map({ scales[$0] != nil }) ?? false {
                guard sum.add(1, leaving: 0) else { return nil }
            } else {
                let follows = next.flatMap { values[$0] }
                guard place > 0, word == joint.word, next != nil, joint.isAllowed(sum.room, follows) else { return nil }
            }
            place += 1
        }
        return sum.total
    }
}

/// A number while its words are added up. What does not fit into the room that the word before has left is a second
/// number, and two numbers are none.
struct NumberSum {
    private var sum = 0
    private var group = 0
    private var hasHundred = false
    private var least = Int.max
    /// What comes next must be less than this.
    private(set) var room = 1_000

    var total: Int? { sum + group > 0 ? sum + group : nil }

    /// Adds a number below a hundred; `leaving` is the room after it. False when it does not fit.
    mutating func add(_ value: Int, leaving rest: Int) -> Bool {
        guard value < room else { return false }
        group += value
        room = rest
        return true
    }

    /// A hundred, thousand or more of what was said since the last; one of them when nothing was said.
    mutating func multiply(by scale: Int) -> Bool {
        if scale == 100 {
            guard !hasHundred, group < 100 else { return false }
            group = max(group, 1) * 100
            (hasHundred, room) = (true, 100)
            return true
        }
        guard scale < least else { return false }
        sum += max(group, 1) * scale
        (group, hasHundred, least, room) = (0, false, scale, 1_000)
        return true
    }
}

extension CountingWords {
    static let all = [english, french, hindi]

    static let english = CountingWords(
        values: NumberWords.table(
            "zero/nil one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                + "seventeen eighteen nineteen", from: 0
        ).merging(
            NumberWords.table("twenty thirty forty/fourty fifty sixty seventy eighty ninety/ninty", from: 20, by: 10),
            uniquingKeysWith: { first, _ in first }),
        scales: NumberWords.table("hundred=100 thousand=1000 lakh/lac=100000 million=1000000 crore=10000000"),
        joint: ("and", { room, _ in room >= 100 }),
        room: { $0 >= 20 && $0 % 10 == 0 ? 10 : 0 })

    static let french = CountingWords(
        values: NumberWords.table(
            "zéro un/une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize", from: 0
        ).merging(
            NumberWords.table(
                "vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 huitante/octante=80 nonante=90"),
            uniquingKeysWith: { first, _ in first }),
        scales: NumberWords.table("cent/cents=100 mille/mil=1000 million/millions=1000000"),
        joint: ("et", { _, next in next == 1 || next == 11 }),
        pairs: [
            "quatre vingt": 80, "quatre vingts": 80, "dix sept": 17, "dix huit": 18, "dix neuf": 19,
        ],
        room: { $0 == 60 || $0 == 80 ? 20 : $0 >= 20 && $0 % 10 == 0 ? 10 : 0 })

    static let hindi = CountingWords(
        values: NumberWords.table(
            """
            शून्य एक दो तीन चार पाँच/पांच छह/छः/छे/छै सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह/पन्द्रह सोलह सत्रह/सतरह
            अठारह/अट्ठारह उन्नीस बीस इक्कीस बाईस/बाइस तेईस/तेइस चौबीस पच्चीस छब्बीस सत्ताईस/सत्ताइस
            अट्ठाईस/अट्ठाइस/अठाईस/अठाइस उनतीस/उन्तीस तीस इकतीस/इकत्तीस बत्तीस तैंतीस/तेंतीस चौंतीस/चौतीस पैंतीस छत्तीस
            सैंतीस अड़तीस उनतालीस/उन्तालीस चालीस इकतालीस बयालीस तैंतालीस चौवालीस/चवालीस पैंतालीस छियालीस सैंतालीस
            अड़तालीस उनचास/उन्चास पचास इक्यावन बावन तिरपन/तिरेपन चौवन/चौअन पचपन छप्पन सत्तावन अट्ठावन/अठावन उनसठ साठ
            इकसठ बासठ तिरसठ/तिरेसठ चौंसठ/चौसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर
            पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी/उन्यासी अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी/सतासी
            अट्ठासी/अठासी नवासी नब्बे इक्यानवे/इक्यानबे बानवे/बानबे तिरानवे/तिरानबे चौरानवे/चौरानबे पचानवे/पंचानवे/पचानबे
            छियानवे/छियानबे सत्तानवे/सतानवे/सत्तानबे अट्ठानवे/अठानवे/अट्ठानबे निन्यानवे/निन्यानबे
            """.split(separator: "\n").joined(separator: " "), from: 0),
        scales: NumberWords.table("सौ=100 हज़ार=1000 लाख=100000 करोड़=10000000"),
        joint: ("", { _, _ in false }),
        room: { _ in 0 })
}
