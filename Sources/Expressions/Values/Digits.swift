import FoundationEssentials

/// A decimal number taken apart: its whole digits and the place of the point. It makes rounding exact.
struct Digits {
    var isNegative: Bool
    /// At most 38 digits, as many as a `Decimal` holds.
    var magnitude: UInt128
    /// The power of ten the magnitude is multiplied by.
    var exponent: Int

    init(_ number: Decimal) {
        isNegative = number.sign == .minus && !number.isZero
        exponent = number.exponent
        magnitude = Digits.whole(number.significand)
    }

    private static func whole(_ significand: Decimal) -> UInt128 {
        significand.description.utf8.reduce(0) { sum, digit in
            (0x30...0x39).contains(digit) ? sum &* 10 &+ UInt128(digit - 0x30) : sum
        }
    }

    /// The number, at most 38 digits long.
    var number: Decimal {
        let low = Decimal(UInt64(truncatingIfNeeded: magnitude))
        let high = UInt64(truncatingIfNeeded: magnitude >> 64)
        let significand = high == 0 ? low : Decimal(high) * Digits.twoToThe64 + low
        return Decimal(sign: isNegative ? .minus : .plus, exponent: exponent, significand: significand)
    }

    /// Cuts the last `count` digits by the rule.
    mutating func drop(_ count: Int, _ rule: RoundingRule) {
        guard count > 0 else { return }
        let isWhole: Bool
        let half: Int
        if count <= 38 {
            let power = Digits.powerOfTen(count)
            let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: power)
            isWhole = remainder == 0
            half = remainder >= power - remainder ? 1 : 0
            magnitude = quotient
        } else {
            isWhole = magnitude == 0
            half = 0
            magnitude = 0
        }
        exponent += count
        if !isWhole { magnitude += rule.increment(isNegative: isNegative, half: half) }
    }

    static func powerOfTen(_ power: Int) -> UInt128 {
        (0..<power).reduce(1) { product, _ in product * 10 }
    }

    private static let twoToThe64 = Decimal(UInt64.max) + 1
}

/// Where a number goes that lies between two steps.
enum RoundingRule {
    /// To the nearer step; halves away from zero.
    case nearest
    /// To the larger step.
    case up
    /// To the smaller step.
    case down
    /// Towards zero.
    case cut

    fileprivate func increment(isNegative: Bool, half: Int) -> UInt128 {
        switch self {
        case .nearest: UInt128(half)
        case .up: isNegative ? 0 : 1
        case .down: isNegative ? 1 : 0
        case .cut: 0
        }
    }
}
