import Entitlements
import Testing

struct RegionCodeTests {
    @Test(arguments: [
        ("000000", "310115", true), ("310000", "310115", true), ("310115", "310000", false),
        ("440100", "440106", true), ("440100", "440305", false), ("440000", "440305", true), ("440305", "440305", true),
        ("KE", "KE-30", true), ("KE-30", "KE", false), ("", "KE", true),
    ])
    func `a place contains its parts`(_ whole: String, _ part: String, _ expected: Bool) {
        #expect(RegionCode(whole).contains(RegionCode(part)) == expected)
    }

    @Test func `smaller places are more exact`() {
        let codes = ["000000", "440000", "440300", "440305"].map { RegionCode($0).exactness }
        #expect(codes == codes.sorted() && Set(codes).count == 4)
    }
}
