import Telephony
import Testing

struct DigitsTests {
    /// A script and its digit nought; the other nine follow it in Unicode.
    private static let scripts: [(name: String, nought: Unicode.Scalar)] = [
        ("ASCII", "0"), ("full-width", "０"), ("Arabic-Indic", "٠"), ("Extended Arabic-Indic", "۰"), ("N'Ko", "߀"),
        ("Devanagari", "०"), ("Bengali", "০"), ("Gurmukhi", "੦"), ("Gujarati", "૦"), ("Oriya", "୦"), ("Tamil", "௦"),
        ("Telugu", "౦"), ("Kannada", "೦"), ("Malayalam", "൦"), ("Sinhala Lith", "෦"), ("Thai", "๐"), ("Lao", "໐"),
        ("Tibetan", "༠"), ("Myanmar", "၀"), ("Myanmar Shan", "႐"), ("Khmer", "០"), ("Mongolian", "᠐"),
        ("Limbu", "᥆"), ("New Tai Lue", "᧐"), ("Tai Tham", "᪀"), ("Balinese", "᭐"), ("Sundanese", "᮰"),
        ("Lepcha", "᱀"), ("Ol Chiki", "᱐"), ("Vai", "꘠"), ("Saurashtra", "꣐"), ("Kayah Li", "꤀"),
        ("Javanese", "꧐"), ("Cham", "꩐"), ("Meetei Mayek", "꯰"), ("Hanifi Rohingya", "\u{10D30}"),
        ("Chakma", "\u{11136}"), ("Adlam", "\u{1E950}"),
    ]

    @Test(arguments: scripts.map(\.name))
    func `the digits of every script are digits`(_ name: String) throws {
        let nought = try #require(Self.scripts.first { $0.name == name }).nought
        let digits = (0...9).compactMap { Unicode.Scalar(nought.value + $0).map(Character.init) }
        #expect(digits.map(Digits.value) == Array(0...9))
        #expect(Digits.normalised(String(digits)) == "0123456789")
        #expect(Digits.normalised("a" + String(digits[4]) + " b") == "a4 b")
    }

    @Test(arguments: [
        "①②③④⑤⑥⑦⑧⑨", "⑴⑵⑶⑷⑸⑹⑺⑻⑼", "⒈⒉⒊⒋⒌⒍⒎⒏⒐", "⓵⓶⓷⓸⓹⓺⓻⓼⓽", "❶❷❸❹❺❻❼❽❾", "➀➁➂➃➄➅➆➇➈", "➊➋➌➍➎➏➐➑➒", "㈠㈡㈢㈣㈤㈥㈦㈧㈨",
        "㊀㊁㊂㊃㊄㊅㊆㊇㊈", "¹²³⁴⁵⁶⁷⁸⁹", "₁₂₃₄₅₆₇₈₉", "፩፪፫፬፭፮፯፰፱",
    ])
    func `a number sign of its own is its number`(signs: String) {
        #expect(signs.map { Digits.normalised(String($0)) } == (1...9).map(String.init))
    }

    @Test(
        arguments: [
            ("⓪", "0"), ("⑩", "10"), ("⑳", "20"), ("㉑", "21"), ("㊿", "50"), ("⓴", "20"), ("❿", "10"), ("㊉", "10"),
            ("①️", "1"), ("①②", "1 2"), ("1①", "1 1"), ("①1", "1 1"), ("①工资", "1工资"), ("选②", "选2"),
            ("0️⃣1️⃣2️⃣3️⃣", "0123"), ("1⃣", "1"), ("１２", "12"), ("1२", "12"), ("¹²", "1²"), ("m²", "m²"),
            ("10²", "10²"), ("2¹", "2¹"), ("(¹)", "(1)"), ("፲፪", "12"), ("፳", "20"), ("፺፱", "99"), ("፻፲፩", "111"),
            ("፪፻", "200"), ("፩፪፫", "123"), ("፲፲", "፲፲"), ("፲፳", "፲፳"), ("፻፻", "፻፻"),
        ])
    func `number signs keep apart, and what adds up is added`(typed: String, normalised: String) {
        #expect(Digits.normalised(typed) == normalised)
    }

    @Test func `all else stays as it is`() {
        for text in ["", "plain 12", "（１）：", "Ⅳ 一二三 ½", "e\u{301}", "१\u{301}"] {
            #expect(Digits.normalised(text) == text.replacing("１", with: "1"))
        }
        #expect(Digits.ascii("x") == nil)
        #expect(Digits.ascii("1\u{301}") == nil)
        #expect(Digits.ascii("７") == "7")
        #expect(Digits.ascii("፲") == nil)
    }
}
