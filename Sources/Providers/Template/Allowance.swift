/// What may be worked out for one request. Templates have no loops but `each`, but lists within lists and texts made of
/// texts can still grow without bounds; here is where that ends.
final class Allowance {
    /// Steps of one request: a byte of text made, an element visited, a field looked at; a value worked out counts as
    /// some. A body of 1 MB with 1,000 events takes about a tenth of it; all of it takes less than a second.
    static let maximumSteps = 8 * 1_048_576
    /// What a value costs to work out, in steps.
    static let value = 16

    private var spent = 0

    /// Takes some steps; a fault when there are none left.
    func spend(_ steps: Int) throws(FieldFault) {
        spent += steps
        if spent > Self.maximumSteps { throw FieldFault(detail: "the request makes too much of what it holds") }
    }

    /// A value as JSON, whose bytes are steps too.
    func json(_ value: Datum, style: JSON.Style = .plain) throws(FieldFault) -> [UInt8] {
        guard let bytes = JSON.write(value, style: style, limit: max(0, Self.maximumSteps - spent)) else {
            throw FieldFault(detail: "the request makes too much of what it holds")
        }
        try spend(bytes.count)
        return bytes
    }
}
