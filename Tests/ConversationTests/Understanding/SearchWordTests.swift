import Conversation
import Testing

struct SearchWordTests {
    @Test(arguments: [
        ("My boss won't PAY me", ["my", "boss", "won't", "pay", "me"]),
        ("Café, café", ["cafe"]),
        ("1 Wages\n2 Housing", ["wages", "housing"]),
        ("工伤", ["工", "伤", "工伤"]),
        ("老板欠我钱", ["老", "板", "欠", "我", "钱", "老板", "板欠", "欠我", "我钱"]),
        ("打12333，在苏州", ["打", "12333", "在", "苏", "州", "在苏", "苏州"]),
        ("", []), ("•••", []), ("2", []), ("。！?", []),
    ]) func `a text is found by its words, one without spaces by its characters and pairs`(
        text: String, words: [String]
    ) {
        #expect(SearchWords.of(text) == words)
    }

    @Test(arguments: ["PAY my boss", "工伤", "板欠", "钱", "ＷＯＮ'Ｔ"])
    func `whatever is part of a text is sought by words of it`(
        sought: String
    ) {
        let words = SearchWords.sought(sought)
        #expect(!words.isEmpty)
        #expect(Set(words).isSubset(of: SearchWords.of("My boss won't pay me. 老板欠我钱, 工伤")))
    }

    @Test func `pairs are sought without their characters, which they bring with them`() {
        #expect(SearchWords.sought("老板欠") == ["老板", "板欠"])
    }

    @Test func `no more words are made of a text, and none sought, than there may be`() {
        let text = (0..<2_000).map { "word\($0)" }.joined(separator: " ")
        #expect(SearchWords.of(text).count == SearchWords.most)
        #expect(SearchWords.sought(text).count == SearchWords.mostSought)
    }
}
