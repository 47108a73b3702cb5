import Foundation

/// Reads one input after the other in a process that may end by one of them.
struct FuzzWorker {
    private let target: FuzzTarget
    private let seed: UInt64
    /// The file that says which input is read.
    private let note: String

    init(_ target: FuzzTarget, seed: UInt64, note: String) {
        self.target = target
        self.seed = seed
        self.note = note
    }

    /// An input by its number.
    static func input(_ number: Int, of target: FuzzTarget, seed: UInt64) -> [UInt8] {
        var chance = chance(number, target, seed)
        return Mutation.next(from: target.corpus, &chance)
    }

    /// Reads an input; returns what must not be.
    static func read(_ number: Int, of target: FuzzTarget, seed: UInt64) -> String? {
        var chance = chance(number, target, seed)
        return target.read(Mutation.next(from: target.corpus, &chance), &chance)
    }

    private static func chance(_ number: Int, _ target: FuzzTarget, _ seed: UInt64) -> Chance {
        Chance(seed: seed, target.name, String(number))
    }

    /// Reads inputs from a number on until the time is over. What must not be is printed, a line each.
    func work(from first: Int, seconds: Int) throws {
        let descriptor = open(note, O_WRONLY | O_CREAT, 0o600)
        guard descriptor >= 0 else { throw WrongUse("'\(note)' cannot be written") }
        defer { close(descriptor) }
        let end = ContinuousClock.now + .seconds(seconds)
        var number = first
        while ContinuousClock.now < end {
            withUnsafeBytes(of: Int64(number)) { _ = pwrite(descriptor, $0.baseAddress, $0.count, 0) }
            if let breach = Self.read(number, of: target, seed: seed) { Terminal.output.line("\(number) \(breach)") }
            number += 1
        }
        withUnsafeBytes(of: Int64(number)) { _ = pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }
}
