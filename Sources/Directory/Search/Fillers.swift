/// What people say around the name of a place: "I am in", 我在, `naishi`, "near", 附近.
enum Fillers {
    private static let words: Set<String> = [
        "i", "im", "am", "we", "me", "my", "it", "is", "was", "in", "at", "on", "from", "to", "near", "the", "of", "a",
        "and", "now", "here", "live", "living", "lives", "lived", "work", "working", "works", "worked", "stay",
        "staying", "come", "came", "go", "going", "moved", "home", "hometown", "place", "area", "around", "currently",
        "city", "town", "district", "county", "province", "wo", "zai", "laizi", "please", "hi", "hello",
        "mimi", "niko", "nipo", "naishi", "ninaishi", "nakaa", "ninakaa", "nafanya", "ninafanya", "kazi", "natoka",
        "nimetoka", "kutoka", "nimehama", "nimehamia", "katika", "kwenye", "karibu", "sasa", "hapa", "huku", "ya", "wa",
        "kaunti", "mji", "mjini", "jiji", "tafadhali",
    ]
    private static let beginnings = [
        "我现在住在", "我现在在", "我目前在", "我老家是", "我老家在", "我的老家在", "我的老家是", "现在住在", "我住在", "我来自", "我人在",
        "现在在", "目前在", "老家在", "老家是", "来自", "住在", "人在", "我在", "我是", "我从", "现在", "目前", "老家", "就在", "在", "从",
        "到", "去", "是", "回", "往", "我", "住",
    ]
    private static let endings = [
        "打工", "工作", "上班", "干活", "附近", "这边", "那边", "这里", "那里", "这儿", "那儿", "来的", "过来", "老家", "城里", "市里", "厂里",
        "工厂", "工地", "厂", "人", "来", "的", "里", "呢", "啊", "吧", "呀", "了",
    ]
    /// Fillers stand one around the other: 我现在在深圳这边打工.
    private static let rounds = 4

    /// The text as typed, then with less and less around it; a shorter form is only tried when the longer ones named
    /// no place, because 从 begins 从化 and 人 ends names too.
    static func forms(of text: PlaceText) -> [PlaceText] {
        var forms = [text]
        var current = text
        func add(_ words: [String]) {
            current = PlaceText(words.filter { !$0.isEmpty }, tones: text.tones)
            if !current.words.isEmpty, forms.last != current { forms.append(current) }
        }
        add(text.words.flatMap { $0.isHan ? $0.split(separator: "的").map(String.init) : [$0] })
        for _ in 0..<rounds {
            let before = current
            add(current.words.map { $0.isHan ? withoutBeginning($0) : $0 })
            add(current.words.map { $0.isHan ? withoutEnding($0) : $0 })
            if current == before { break }
        }
        add(current.words.filter { !words.contains($0) })
        return forms
    }

    private static func withoutBeginning(_ word: String) -> String {
        beginnings.first(where: word.hasPrefix).map { String(word.dropFirst($0.count)) } ?? word
    }

    private static func withoutEnding(_ word: String) -> String {
        endings.first(where: word.hasSuffix).map { String(word.dropLast($0.count)) } ?? word
    }
}
