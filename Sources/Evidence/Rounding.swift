/// How counts of people are told: each by itself to the nearest multiple of the least one that is told, and none below it.
///
/// Whoever has several sums of the same people can work out what was left out between them, however few. Where every
/// number is rounded by itself, what stands between two of them may be any small number.
package struct Rounding: Hashable, Sendable {
    /// The least count that is told.
    package let least: Int

    /// - Parameter least: At least 1, which tells every count exactly.
    package init(least: Int) {
        self.least = max(least, 1)
    }

    /// What is told of a count; nil where it is too small.
    package func told(_ count: Int) -> Int? { told(count, in: 1) }

    /// What is told of an amount that grows by `unit` with each one counted; nil where it is too small.
    package func told(_ amount: Int, in unit: Int) -> Int? {
        let step = least * max(unit, 1)
        return amount < step ? nil : (amount + step / 2) / step * step
    }
}
