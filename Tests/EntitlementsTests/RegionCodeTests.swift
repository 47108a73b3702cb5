import Entitlements
import Testing

struct RegionCodeTests {
    @Test(arguments: [
        ("000000", "310115", true), ("310000", "310115", true), ("310115", "310000", false),
        ("440100", "440106", true), ("440100", "440305", false), ("440000", "440305", true), ("440305", "440305", true),
        ("KE", "KE-30", true), ("KE-30", "KE", false), ("", "KE", true),
    ])
    func `a place contains its parts`(_ whole: String, _ part: String, _ expected: Bool) {
        #expect((RegionCode(whole).closeness(to: RegionCode(part)) != nil) == expected)
    }

    @Test(arguments: [nil, ["440305", "440300", "440000", "CN"]])
    func `smaller places are closer`(chain: [String]?) {
        let place = RegionCode("440305", chain: chain)
        let closeness = ["000000", "44", "440300", "440305"].compactMap { RegionCode($0).closeness(to: place) }
        #expect(closeness == closeness.sorted() && Set(closeness).count == 4)
    }

    /// Counties that are numbered without filling up, in regions that have codes of another kind.
    @Test(arguments: [
        ("C10", true), ("C1", false), ("NORTH", true), ("SOUTH", false), ("XX", true), ("000000", true), ("", true),
    ])
    func `where a table tells what lies in what, the beginnings of codes do not count`(whole: String, isAround: Bool) {
        let place = RegionCode("C10", chain: ["C10", "NORTH", "XX"])
        #expect((RegionCode(whole).closeness(to: place) != nil) == isAround)
    }
}
