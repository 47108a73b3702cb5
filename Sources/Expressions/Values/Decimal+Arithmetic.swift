package import FoundationEssentials

extension Decimal {
    /// Significant digits of every result, as in the field.
    static let significantDigits = 36
    /// The largest exponent of `^`, as in the field.
    static let largestExponent = 100

    private static let smallestTooLong = Decimal(sign: .plus, exponent: significantDigits, significand: 1)

    /// A number as people write it: `-12`, `1.5`, `.5`. Nil for anything else, for exponents, and beyond 100 characters.
    package init?(plain text: some StringProtocol) {
        var digits = 0
        var points = 0
        var length = 0
        for (place, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: "."): points += 1
            case UInt8(ascii: "-") where place == 0: break
            default: return nil
            }
            length = place + 1
        }
        guard digits > 0, points <= 1, length <= 100, text.last != "." else { return nil }
        if points == 0, digits <= 18, let whole = Int64(text) {
            self.init(whole)
        } else {
            guard let number = Decimal(string: String(text)), !number.isNaN else { return nil }
            self = number.roundedToSignificantDigits
        }
    }

    /// The number with at most 36 significant digits.
    var roundedToSignificantDigits: Decimal {
        guard significand >= Decimal.smallestTooLong else { return self }
        var parts = Digits(self)
        parts.drop(parts.magnitude >= Digits.powerOfTen(37) ? 2 : 1, .nearest)
        return parts.number
    }

    /// The number with so many decimal places; negative places round before the point.
    func rounded(places: Int, _ rule: RoundingRule) -> Decimal {
        guard -exponent > places else { return self }
        var parts = Digits(self)
        parts.drop(-exponent - places, rule)
        return parts.number
    }

    /// The number as an `Int`, nil when it has a fraction or is too large.
    package var whole: Int? {
        exponent <= 20 ? Int(rounded(places: 0, .cut) == self ? description : "") : nil
    }

    /// The whole part as an `Int`, nil when it is too large.
    var wholePart: Int? { exponent <= 20 ? Int(rounded(places: 0, .cut).description) : nil }
}

// Results are nil when they cannot be told: too large, or divided by zero.
extension Decimal {
    private var result: Decimal? { isNaN ? nil : roundedToSignificantDigits }

    func plus(_ other: Decimal) -> Decimal? { (self + other).result }
    func minus(_ other: Decimal) -> Decimal? { (self - other).result }
    func times(_ other: Decimal) -> Decimal? { (self * other).result }
    func divided(by other: Decimal) -> Decimal? { other.isZero ? nil : (self / other).result }

    /// The number to a whole power.
    func raised(to power: Int) -> Decimal? {
        if power < 0 { return raised(to: -power).flatMap { Decimal(1).divided(by: $0) } }
        var product: Decimal? = 1
        for _ in 0..<power { product = product?.times(self) }
        return product
    }

    /// What is left after taking `divisor` away as often as it fits; it has the sign of the number.
    /// Nil for zero and for numbers too far apart to be divided exactly.
    func remainder(dividingBy divisor: Decimal) -> Decimal? {
        guard !divisor.isZero else { return nil }
        var (left, right) = (Digits(self), Digits(divisor))
        guard left.align(with: &right) else { return nil }
        left.magnitude %= right.magnitude
        return left.number
    }
}

extension Digits {
    /// Writes both numbers with the smaller exponent of the two; false when one gets too long for that.
    fileprivate mutating func align(with other: inout Digits) -> Bool {
        let lowest = min(exponent, other.exponent)
        return lower(to: lowest) && other.lower(to: lowest)
    }

    private mutating func lower(to lowest: Int) -> Bool {
        while exponent > lowest, magnitude > 0 {
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
            guard !overflow else { return false }
            (magnitude, exponent) = (product, exponent - 1)
        }
        exponent = lowest
        return magnitude < Digits.powerOfTen(38)
    }
}
