import Testing

@testable import Storage

struct RecentTests {
    @Test func `the latest values are found, the others are forgotten`() {
        var recent = Recent<Int, Int>(limit: 10)
        for number in 1...1_000 { recent.put(number, for: number) }
        for number in 991...1_000 { #expect(recent.find(number) == number) }
        #expect((1...980).allSatisfy { recent.find($0) == nil })
    }

    @Test func `what is asked for again and again stays`() {
        var recent = Recent<Int, Int>(limit: 10)
        recent.put(-1, for: 0)
        for number in 1...1_000 {
            recent.put(number, for: number)
            #expect(recent.find(0) == -1)
        }
    }

    @Test func `the value put in last counts`() {
        var recent = Recent<Int, Int>(limit: 2)
        for number in 1...7 {
            recent.put(number, for: 0)
            recent.put(0, for: number)
            recent.put(0, for: -number)
            #expect(recent.find(0) == nil || recent.find(0) == number)
        }
    }
}
