import HTTPClient
import Synchronization
import Testing

/// Phones that talk at the same time until somebody ends it.
struct Crowd: Sendable {
    private(set) var adders: [Adder]

    init(_ count: Int, seed: UInt64) {
        adders = (0..<count).map { Adder("+2547440\(10_000 + $0)", seed: seed &* 1_000 &+ UInt64($0)) }
    }

    /// Everyone stands at the first question.
    mutating func begin(on gateway: RunningGateway) async throws {
        try await eachAtOnce { try await $0.begin(on: gateway) }
    }

    /// Everyone adds numbers until no answer comes any more. When so many answers have come, `then` is called, once.
    mutating func talk(on gateway: RunningGateway, after answers: Int, then: @escaping @Sendable () -> Void)
        async throws
    {
        let tally = Tally()
        try await eachAtOnce { adder in
            for _ in 0..<300 {
                guard (try? await adder.add(on: gateway)) != nil else { return }
                if tally.next() == answers { then() }
            }
        }
    }

    /// Everyone goes on from the last screen that came: what was acknowledged is there, what was not may be repeated.
    mutating func goOn(on gateway: RunningGateway) async throws {
        try await eachAtOnce { adder in
            try await adder.sendAgain(on: gateway)
            #expect(adder.screen == Screen.sum(adder.sum))
            for _ in 0..<2 {
                try await adder.add(on: gateway)
                #expect(adder.screen == Screen.sum(adder.sum))
            }
            #expect(try await adder.finish(on: gateway) == "END Done with \(adder.sum).")
        }
    }

    /// What the carrier must get in the end.
    var expectedMessages: Set<Carrier.Message> {
        Set(adders.map { Carrier.Message(to: $0.phone.number, text: "Your sum is \($0.sum).") })
    }

    private mutating func eachAtOnce(_ act: @escaping @Sendable (inout Adder) async throws -> Void) async throws {
        adders = try await withThrowingTaskGroup(of: (Int, Adder).self) { group in
            for (index, adder) in adders.enumerated() {
                group.addTask {
                    var adder = adder
                    try await act(&adder)
                    return (index, adder)
                }
            }
            var all = adders
            for try await (index, adder) in group { all[index] = adder }
            return all
        }
    }
}

/// Counts over all phones.
private final class Tally: Sendable {
    private let count = Mutex(0)

    func next() -> Int {
        count.withLock { count in
            count += 1
            return count
        }
    }
}
