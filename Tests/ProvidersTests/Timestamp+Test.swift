import Expressions

extension Timestamp {
    /// The moment at which tests take place: 2026-03-01T00:00:00Z.
    static let test = Timestamp(milliseconds: 1_772_323_200_000)
}
