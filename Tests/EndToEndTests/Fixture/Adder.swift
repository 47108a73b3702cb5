import TestSupport

/// A phone that adds numbers up and knows what it was told last: the oracle for turns that are lost or doubled.
struct Adder: Sendable {
    private(set) var phone: USSDPhone
    /// The sum of what was acknowledged.
    private(set) var sum = 0
    /// The last screen that came.
    private(set) var screen = ""
    /// The number whose answer did not come.
    private(set) var pending: Int?
    private var numbers: SplitMix64

    init(_ number: String, seed: UInt64) {
        phone = USSDPhone(number)
        numbers = SplitMix64(seed: seed)
    }

    /// Walks to the first sum.
    mutating func begin(on gateway: RunningGateway) async throws {
        _ = try await phone.dial(on: gateway)
        screen = try await phone.answer(["1", "1"], on: gateway)
    }

    /// Adds a number; throws when no answer came, and then the number is pending.
    mutating func add(on gateway: RunningGateway) async throws {
        let number = Int.random(in: 1...99, using: &numbers)
        pending = number
        screen = try await phone.answer(String(number), on: gateway)
        acknowledge()
    }

    /// Sends the last request again, as a provider does that saw no answer.
    mutating func sendAgain(on gateway: RunningGateway) async throws {
        screen = try await phone.show(on: gateway)
        acknowledge()
    }

    /// Ends the conversation; returns the last screen.
    mutating func finish(on gateway: RunningGateway) async throws -> String {
        try await phone.answer("999", on: gateway)
    }

    private mutating func acknowledge() {
        sum += pending ?? 0
        pending = nil
    }
}
