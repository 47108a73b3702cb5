import Expressions
import Testing

struct ObjectTests {
    @Test func `an object keeps its order at any size`() {
        for size in [0, 1, 8, 9, 10, 40] {
            var object = Object()
            for index in 0..<size { object["k\(index)"] = .number(index) }
            #expect(object.keys == (0..<size).map { "k\($0)" })
            #expect((0..<size).allSatisfy { object["k\($0)"] == .number($0) })
            #expect(object["missing"] == nil)
            object["k0"] = nil
            #expect(object.count == max(0, size - 1))
            #expect(size < 2 || object["k1"] == .number(1))
            object["k1"] = .null
            #expect(object["k1"] == .null)
        }
    }

    @Test func `names ignore case where the exact key is missing`() {
        let object: Object = ["Name": .number(1), "name": .number(2)]
        #expect(object.value(named: "name") == .number(2))
        #expect(object.value(named: "NAME") == .number(1))
        #expect(object["NAME"] == nil)
    }
}
