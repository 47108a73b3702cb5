import Crypto
import TestSupport
import Testing

@testable import Sealing

struct KeyRingTests {
    private let ring = KeyRing(RootKey(secret: Array(repeating: 1, count: 32)))
    private let next = RootKey(secret: Array(repeating: 2, count: 32))

    @Test func `what was sealed is opened, whatever it is`() throws {
        var random = SplitMix64(seed: 11)
        for size in [0, 1, 15, 16, 17, 4_096] {
            for field in SealedField.allCases {
                let value = (0..<size).map { _ in UInt8.random(in: .min ... .max, using: &random) }
                let sealed = try ring.seal(value, as: field)
                #expect(sealed.count == size + KeyRing.overhead)
                #expect(try ring.open(sealed, as: field) == value)
            }
        }
    }

    @Test func `equal values are not equal once sealed`() throws {
        #expect(try ring.seal([1, 2, 3], as: .person) != ring.seal([1, 2, 3], as: .person))
    }

    @Test func `a sealed value is not taken for one of another kind`() throws {
        let sealed = try ring.seal([1, 2, 3], as: .person)
        for field in SealedField.allCases where field != .person {
            #expect(throws: SealFault.damaged) { try ring.open(sealed, as: field) }
        }
    }

    @Test func `a change of any byte is noticed`() throws {
        let sealed = try ring.seal(Array("entitled".utf8), as: .line)
        for place in sealed.indices {
            var changed = sealed
            changed[place] ^= 1
            #expect(throws: SealFault.self) { try ring.open(changed, as: .line) }
        }
        for count in 0..<sealed.count {
            #expect(throws: SealFault.damaged) { try ring.open(Array(sealed.prefix(count)), as: .line) }
        }
    }

    @Test func `after a turn to another key both open and the new one seals`() throws {
        let before = try ring.seal([1], as: .line)
        ring.turn(to: next)
        let after = try ring.seal([2], as: .line)
        #expect(try (ring.open(before, as: .line), ring.open(after, as: .line)) == ([1], [2]))
        #expect((ring.isCurrent(before), ring.isCurrent(after)) == (false, true))
        #expect(try KeyRing(next).open(after, as: .line) == [2])
    }

    @Test func `what a retired key sealed cannot be opened, and the fault names the key`() throws {
        let before = try ring.seal([1], as: .line)
        let old = ring.current.id
        ring.turn(to: next)
        ring.retireOthers()
        #expect(throws: SealFault.otherKey(old)) { try ring.open(before, as: .line) }
        #expect("\(SealFault.otherKey(old))" == "a value was sealed with the key \(old), which is not here")
    }

    @Test func `turning back to an earlier key keeps both once`() {
        let first = ring.current
        ring.turn(to: next)
        ring.turn(to: first)
        #expect((ring.current.id, ring.others.map(\.id)) == (first.id, [next.id]))
    }

    @Test func `numbers and parts of the first format are opened with any of the keys`() throws {
        let root = ring.current
        let number = try #require(try AES.GCM.seal(Array("+254".utf8), using: root.numbers).combined)
        let part = try #require(try AES.GCM.seal(Array("part".utf8), using: root.texts).combined)
        ring.turn(to: next)
        #expect(try ring.openFirstFormat(Array(number), as: .number) == Array("+254".utf8))
        #expect(try ring.openFirstFormat(Array(part), as: .part) == Array("part".utf8))
        #expect(throws: SealFault.damaged) { try ring.openFirstFormat(Array(number), as: .part) }
        #expect(throws: SealFault.damaged) { try KeyRing(next).openFirstFormat(Array(number), as: .number) }
    }

    @Test func `no text of a key tells the key`() {
        let secret = ring.current.base64
        for text in ["\(ring.current.id)", "\(ring.current)", "\(KeyFault.otherKey)"] {
            #expect(!text.contains(secret))
        }
    }
}
