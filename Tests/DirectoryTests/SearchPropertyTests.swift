import TestSupport
import Testing

@testable import Directory

/// What holds for every region of the China pack, however it is typed.
struct SearchPropertyTests {
    private let directory = ShippedRegions.directory

    /// A region's name behind those of the places around it: 江苏省苏州市昆山市.
    private func fullName(of region: Region) -> String {
        let outer = region.parent.flatMap(directory.region)
        guard let outer, outer.level > .country else { return region.name(in: "zh-Hans") }
        return fullName(of: outer) + region.name(in: "zh-Hans")
    }

    @Test func `a full name is its region and no other`() {
        for region in directory.regions {
            #expect(directory.reading(of: fullName(of: region)).codes == region.code, "\(fullName(of: region))")
        }
    }

    @Test func `no characters of a region's name count as traditional ones`() {
        for region in directory.regions {
            let name = region.name(in: "zh-Hans")
            #expect(PlaceText(name).joined == name)
        }
    }

    @Test func `case, width and spaces do not matter`() {
        var random = SplitMix64(seed: 11)
        for region in directory.regions.shuffled(using: &random).prefix(150) {
            let name = region.name(in: "en")
            let wide = String(
                String.UnicodeScalarView(
                    name.unicodeScalars.map {
                        (0x21...0x7E).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0
                    }))
            let plain = directory.reading(of: name)
            for typed in [name.uppercased(), name.lowercased(), " \(name)  ", wide] {
                #expect(directory.reading(of: typed) == plain, "\(typed)")
            }
        }
    }

    @Test(arguments: 0..<20) func `a slip never leads to a name that is farther away`(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        for region in directory.regions.shuffled(using: &random).prefix(15) {
            let name = Array(region.name(in: "en").lowercased().filter(\.isLetter))
            guard name.count > 5 else { continue }
            var slip = name
            let place = Int.random(in: 1..<name.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: slip.remove(at: place)
            case 1: slip.insert("x", at: place)
            default: slip[place] = "x"
            }
            guard case .one(let found) = directory.reading(of: String(slip)), found.code != region.code else {
                continue
            }
            let former = ShippedRegions.all.filter { $0.replacedBy == found.code }
            let names = ([found] + former).flatMap { PlaceKeys($0).names }.map { Array($0.utf8) }
            let typed = Array(String(slip).utf8)
            #expect(
                names.contains { NearLetters.distance(typed, $0, most: 1) != nil || $0.starts(with: typed) }
                    || names.contains { Dialect.folded($0) == Dialect.folded(typed) },
                "'\(String(slip))' for \(region.name(in: "en")) became \(found.name(in: "en"))")
        }
    }

    @Test(arguments: 0..<200) func `the distance of words is that of the plain definition`(seed: Int) {
        var random = SplitMix64(seed: UInt64(seed))
        let word = { (random: inout SplitMix64) in
            (0..<Int.random(in: 0...7, using: &random)).map { _ in UInt8.random(in: 97...99, using: &random) }
        }
        let (left, right) = (word(&random), word(&random))
        let distance = Self.distance(left[...], right[...])
        for most in 0...7 {
            #expect(NearLetters.distance(left, right, most: most) == (distance <= most ? distance : nil))
        }
    }

    /// The optimal string alignment distance as it is defined, without a table.
    private static func distance(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
        guard let first = left.first, let second = right.first else { return left.count + right.count }
        var least = distance(left.dropFirst(), right.dropFirst()) + (first == second ? 0 : 1)
        if first == second { return least }
        least = min(least, distance(left.dropFirst(), right) + 1, distance(left, right.dropFirst()) + 1)
        if left.count > 1, right.count > 1, left.dropFirst().first == second, right.dropFirst().first == first {
            least = min(least, distance(left.dropFirst(2), right.dropFirst(2)) + 1)
        }
        return least
    }
}
