import Telephony
import Testing

struct DigitsTests {
    @Test(arguments: [
        "０１２３４５６７８９", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹", "०१२३४५६७८९", "০১২৩৪৫৬৭৮৯", "੦੧੨੩੪੫੬੭੮੯", "૦૧૨૩૪૫૬૭૮૯", "௦௧௨௩௪௫௬௭௮௯",
        "๐๑๒๓๔๕๖๗๘๙", "໐໑໒໓໔໕໖໗໘໙", "၀၁၂၃၄၅၆၇၈၉", "០១២៣៤៥៦៧៨៩", "༠༡༢༣༤༥༦༧༨༩", "0123456789", "0️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣",
    ])
    func `the digits of every script are digits`(digits: String) {
        #expect(Digits.normalised(digits) == "0123456789")
        #expect(digits.map { Digits.value($0) } == Array(0...9))
    }

    @Test func `the Ethiopic digits begin at one`() {
        #expect(Digits.normalised("፩፪፫፬፭፮፯፰፱") == "123456789")
        #expect(Digits.ascii("፲") == nil)
    }

    @Test func `all else stays as it is`() {
        for text in ["", "plain 12", "（１）：", "m²", "Ⅳ 一二三 ①", "e\u{301}"] {
            #expect(Digits.normalised(text) == text.replacing("１", with: "1"))
        }
        #expect(Digits.ascii("x") == nil)
        #expect(Digits.ascii("1\u{301}") == nil)
        #expect(Digits.ascii("７") == "7")
    }
}
