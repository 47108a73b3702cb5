import Storage
import Testing

@testable import Gateway

/// What staff may choose: names and passwords; and what they are given: codes and rights.
struct ChoiceTests {
    @Test(arguments: ["three quiet rivers", "龙眼树下三只白猫和一条河", "correct-horse-battery"])
    func `long passwords are good`(password: String) {
        #expect(Password.isGood(password, name: "mei"))
    }

    @Test(arguments: [
        "", "short", "aaaaaaaaaaaaaaaa", "121212121212", "waymark-waymark", "MeiLin-2026!",
        String(repeating: "abcde", count: 41),
    ])
    func `short, uniform, guessable and endless passwords are not`(password: String) {
        #expect(!Password.isGood(password, name: "meilin"))
    }

    @Test func `names are letters and digits of any script, and capitals do not tell them apart`() {
        #expect(StaffName.kept("  Mei Lin ") == "Mei Lin")
        #expect(StaffName.kept("林美") == "林美")
        for name in ["", "x", "a\u{0}b", "<b>mei</b>", "mei\nlin", String(repeating: "a", count: 41)] {
            #expect(StaffName.kept(name) == nil)
        }
        #expect(StaffName.plain(" MEI Lin") == StaffName.plain("mei lin"))
    }

    @Test func `recovery codes differ, and what is written around their letters does not count`() throws {
        let codes = RecoveryCodes.draw()
        #expect(Set(codes).count == RecoveryCodes.count)
        let code = try #require(codes.first)
        #expect(RecoveryCodes.plain(" " + code.uppercased().replacing("-", with: " ")) == RecoveryCodes.plain(code))
        #expect(RecoveryCodes.plain("123456") == nil)
    }

    @Test func `only support and admins see people, and only admins say who may`() {
        #expect(StaffRole.allCases.filter { $0.rights.contains(.assist) } == [.support, .admin])
        #expect(StaffRole.allCases.filter { $0.rights.contains(.operate) } == [.operator, .admin])
        #expect(StaffRole.allCases.filter { $0.rights.contains(.administer) } == [.admin])
        #expect(StaffRole.allCases.allSatisfy { $0.rights.contains(.view) })
    }
}
