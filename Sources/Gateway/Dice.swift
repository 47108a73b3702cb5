import Conversation

extension Snapshot {
    /// The snapshot with random bytes for what a turn makes up.
    func rolling(_ dice: [UInt8]) -> Snapshot {
        var snapshot = self
        snapshot.dice = dice
        return snapshot
    }

    /// The snapshot for a turn that may ask for what it needs.
    func answering(_ stretched: [[UInt8]: [UInt8]]) -> Snapshot {
        var snapshot = self
        snapshot.findings = findings ?? Findings()
        snapshot.findings?.stretched = stretched
        return snapshot
    }
}

/// Random bytes for one arrival. They are drawn before it is decided, so that deciding again gives the same.
enum Dice {
    /// Numbers of eight bytes: each is a call to the system, whatever its size.
    private static let count = 3

    static func roll() -> [UInt8] {
        (0..<count).flatMap { _ in withUnsafeBytes(of: UInt64.random(in: .min ... .max)) { Array($0) } }
    }
}
